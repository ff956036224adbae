import { Migration20261122000100_register } from './Migration20261122000100_register.ts';
import { Migration20261122000200_access } from './Migration20261122000200_access.ts';
import { Migration20261122000300_directory } from './Migration20261122000300_directory.ts';
import { Migration20261122000400_referenceEdition } from './Migration20261122000400_referenceEdition.ts';
import { Migration20261125000100_changeLog } from './Migration20261125000100_changeLog.ts';
import { Migration20261125000200_breadth } from './Migration20261125000200_breadth.ts';
import { Migration20261125000300_directoryNotice } from './Migration20261125000300_directoryNotice.ts';
import { Migration20261126000100_endpoint } from './Migration20261126000100_endpoint.ts';
import { Migration20261126000200_traces } from './Migration20261126000200_traces.ts';
import { Migration20261126000201_history } from './Migration20261126000201_history.ts';
import { Migration20261126000202_historyOfWhatBelongs } from './Migration20261126000202_historyOfWhatBelongs.ts';
import { Migration20261126000300_staffDoors } from './Migration20261126000300_staffDoors.ts';
import { Migration20261126000400_personalLinks } from './Migration20261126000400_personalLinks.ts';
import { Migration20261126000500_policy } from './Migration20261126000500_policy.ts';
import { Migration20261126000600_breakGlass } from './Migration20261126000600_breakGlass.ts';
import { Migration20261126001000_changesOfMany } from './Migration20261126001000_changesOfMany.ts';
import { Migration20261126001010_archive } from './Migration20261126001010_archive.ts';
import { Migration20261126001020_hierarchy } from './Migration20261126001020_hierarchy.ts';
import { Migration20261126001030_withoutContact } from './Migration20261126001030_withoutContact.ts';
import { Migration20261126001100_affiliationHistory } from './Migration20261126001100_affiliationHistory.ts';
import { Migration20261126001110_affiliationsInHistory } from './Migration20261126001110_affiliationsInHistory.ts';
import { Migration20261126001120_oneWayToLackContact } from './Migration20261126001120_oneWayToLackContact.ts';
import { Migration20261126001200_merge } from './Migration20261126001200_merge.ts';
import { Migration20261126001210_duplicates } from './Migration20261126001210_duplicates.ts';
import { Migration20261126001220_duplicateOpen } from './Migration20261126001220_duplicateOpen.ts';
import { Migration20261126001300_batch } from './Migration20261126001300_batch.ts';
import { Migration20261126001310_import } from './Migration20261126001310_import.ts';
import { Migration20261126001400_export } from './Migration20261126001400_export.ts';
import { Migration20261126001500_registers } from './Migration20261126001500_registers.ts';
import { Migration20261126001510_workList } from './Migration20261126001510_workList.ts';
import { Migration20261126001600_audience } from './Migration20261126001600_audience.ts';
import { Migration20261126001610_audienceSubscription } from './Migration20261126001610_audienceSubscription.ts';
import { Migration20261126001620_bulkEdit } from './Migration20261126001620_bulkEdit.ts';
import { Migration20261126001700_verifications } from './Migration20261126001700_verifications.ts';
import { Migration20261126001705_historyOfVerifications } from './Migration20261126001705_historyOfVerifications.ts';
import { Migration20261126001710_answers } from './Migration20261126001710_answers.ts';
import { Migration20261126001720_proposals } from './Migration20261126001720_proposals.ts';
import { Migration20261126001730_stopRequests } from './Migration20261126001730_stopRequests.ts';
import { Migration20261126001800_reviewRounds } from './Migration20261126001800_reviewRounds.ts';
import { Migration20261126001810_writingTo } from './Migration20261126001810_writingTo.ts';
import { Migration20261126001900_roundProgress } from './Migration20261126001900_roundProgress.ts';
import { Migration20261126001910_roundFacts } from './Migration20261126001910_roundFacts.ts';
import { Migration20261126001920_requestsNotQueued } from './Migration20261126001920_requestsNotQueued.ts';
import { Migration20261126002000_sending } from './Migration20261126002000_sending.ts';
import { Migration20261126002010_mailStops } from './Migration20261126002010_mailStops.ts';
import { Migration20261126002100_succession } from './Migration20261126002100_succession.ts';
import { Migration20261126002110_printedLetters } from './Migration20261126002110_printedLetters.ts';
import { Migration20261126002200_callList } from './Migration20261126002200_callList.ts';
import { Migration20261126002400_exportedPeople } from './Migration20261126002400_exportedPeople.ts';
import { Migration20261126002410_duplicatesInLetters } from './Migration20261126002410_duplicatesInLetters.ts';
import { Migration20261126002700_verificationsOfPeople } from './Migration20261126002700_verificationsOfPeople.ts';
import { Migration20261126002710_historyOfPeopleVerified } from './Migration20261126002710_historyOfPeopleVerified.ts';
import { Migration20261126002800_roundsByText } from './Migration20261126002800_roundsByText.ts';
import { Migration20261126002810_liftedQuietRules } from './Migration20261126002810_liftedQuietRules.ts';
import { Migration20261126003100_youngEntries } from './Migration20261126003100_youngEntries.ts';
import { Migration20261126003110_deadlines } from './Migration20261126003110_deadlines.ts';
import { Migration20261126003400_roundsByName } from './Migration20261126003400_roundsByName.ts';
import { Migration20261126003500_knownTerms } from './Migration20261126003500_knownTerms.ts';
import { Migration20261126003700_backlog } from './Migration20261126003700_backlog.ts';
import { Migration20261126003900_affiliationsOfPerson } from './Migration20261126003900_affiliationsOfPerson.ts';
import { Migration20261126004200_lighterChanges } from './Migration20261126004200_lighterChanges.ts';
import { Migration20261126004300_takenBackOnce } from './Migration20261126004300_takenBackOnce.ts';

/** Every change to the tables, in the order in which they happen. Only ever added to. */
export const migrations = [
  Migration20261122000100_register,
  Migration20261122000200_access,
  Migration20261122000300_directory,
  Migration20261122000400_referenceEdition,
  Migration20261125000100_changeLog,
  Migration20261125000200_breadth,
  Migration20261125000300_directoryNotice,
  Migration20261126000100_endpoint,
  Migration20261126000200_traces,
  Migration20261126000201_history,
  Migration20261126000300_staffDoors,
  Migration20261126000500_policy,
  Migration20261126000600_breakGlass,
  Migration20261126000400_personalLinks,
  Migration20261126000202_historyOfWhatBelongs,
  Migration20261126001000_changesOfMany,
  Migration20261126001010_archive,
  Migration20261126001020_hierarchy,
  Migration20261126001030_withoutContact,
  Migration20261126001100_affiliationHistory,
  Migration20261126001110_affiliationsInHistory,
  Migration20261126001120_oneWayToLackContact,
  Migration20261126001200_merge,
  Migration20261126001210_duplicates,
  Migration20261126001220_duplicateOpen,
  Migration20261126001300_batch,
  Migration20261126001310_import,
  Migration20261126001400_export,
  Migration20261126001500_registers,
  Migration20261126001510_workList,
  Migration20261126001600_audience,
  Migration20261126001610_audienceSubscription,
  Migration20261126001620_bulkEdit,
  Migration20261126001700_verifications,
  Migration20261126001705_historyOfVerifications,
  Migration20261126001710_answers,
  Migration20261126001720_proposals,
  Migration20261126001730_stopRequests,
  Migration20261126001800_reviewRounds,
  Migration20261126002000_sending,
  Migration20261126002200_callList,
  Migration20261126002400_exportedPeople,
  Migration20261126002010_mailStops,
  Migration20261126002410_duplicatesInLetters,
  Migration20261126001900_roundProgress,
  Migration20261126001910_roundFacts,
  Migration20261126001920_requestsNotQueued,
  Migration20261126002100_succession,
  Migration20261126001810_writingTo,
  Migration20261126002110_printedLetters,
  Migration20261126002700_verificationsOfPeople,
  Migration20261126002710_historyOfPeopleVerified,
  Migration20261126002800_roundsByText,
  Migration20261126002810_liftedQuietRules,
  Migration20261126003100_youngEntries,
  Migration20261126003110_deadlines,
  Migration20261126003400_roundsByName,
  Migration20261126003500_knownTerms,
  Migration20261126003700_backlog,
  Migration20261126003900_affiliationsOfPerson,
  Migration20261126004200_lighterChanges,
  Migration20261126004300_takenBackOnce,
];
