import { readFileSync, globSync } from 'node:fs';

import { type DocumentNode, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { BreakGlassBanner_query } from '#client/access/crisis/BreakGlassBanner.tsx';
import { BreakGlassScreen_query } from '#client/access/crisis/BreakGlassScreen.tsx';
import { CrisisScreen_query } from '#client/access/crisis/CrisisScreen.tsx';
import { Viewer_query } from '#client/access/viewer.ts';
import {
  AudienceMembers_query,
  AudienceScreen_query,
} from '#client/directory/audience/AudienceScreen.tsx';
import {
  AudienceCounts_query,
  AudiencesScreen_query,
} from '#client/directory/audience/AudiencesScreen.tsx';
import { EditableAudiences_query } from '#client/directory/audience/SaveSearchDialog.tsx';
import { BulkEdit_query } from '#client/directory/bulk/bulkEdit.ts';
import { Exports_query } from '#client/directory/export/ExportsScreen.tsx';
import { ExportSize_query } from '#client/directory/export/exportQueries.ts';
import { BulkEditsScreen_query } from '#client/directory/bulk/BulkEditsScreen.tsx';
import { ImportRows_query } from '#client/directory/import/ImportRows.tsx';
import { ImportScreen_query } from '#client/directory/import/ImportScreen.tsx';
import { ImportsScreen_query } from '#client/directory/import/ImportsScreen.tsx';
import { Archive_query } from '#client/directory/ArchiveScreen.tsx';
import { ContactSheet_query } from '#client/directory/ContactSheet.tsx';
import { Vocabulary_query } from '#client/directory/ChosenFilters.tsx';
import { Duplicates_query } from '#client/directory/duplicate/DuplicatesScreen.tsx';
import {
  MergeOrganisations_query as OrganisationsToMerge,
  MergePeople_query as PeopleToMerge,
  MergePreview_query,
} from '#client/directory/merge/mergeSides.ts';
import { PossibleDuplicates_query } from '#client/directory/duplicate/PossibleDuplicates.tsx';
import { NextHits_query } from '#client/directory/HitList.tsx';
import { Search_query } from '#client/directory/searchQuery.ts';
import { Municipalities_query } from '#client/directory/register/AdjustProposalDialog.tsx';
import { OrganisationRegister_query } from '#client/directory/register/OrganisationRegister.tsx';
import { RegisterComparison_query } from '#client/directory/register/RegisterComparison.tsx';
import { RegisterLookup_query } from '#client/directory/register/RegisterLookup.tsx';
import { WorkScreen_query } from '#client/directory/work/WorkScreen.tsx';
import { SearchStart_query } from '#client/directory/SearchStart.tsx';
import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';
import { Affiliated_query } from '#client/organisation/affiliated.ts';
import { AffiliatedPeople_query } from '#client/organisation/AffiliatedPeople.tsx';
import { Branches_query } from '#client/organisation/Branches.tsx';
import { ContactReveal_query } from '#client/organisation/useContactReveal.ts';
import { OrganisationFacts_query } from '#client/organisation/EditOrganisationForm.tsx';
import { OrganisationScreen_query } from '#client/organisation/OrganisationScreen.tsx';
import { FindParents_query } from '#client/organisation/useFindParents.ts';
import { TrustCatchments_query } from '#client/organisation/TrustCatchments.tsx';
import { FindOrganisations_query, FindPeople_query } from '#client/organisation/useFindRecords.ts';
import { PersonToEdit_query } from '#client/person/EditPersonForm.tsx';
import { PersonConsents_query } from '#client/person/PersonConsents.tsx';
import { PersonScreen_query } from '#client/person/PersonScreen.tsx';
import { ConsentTexts_query } from '#client/person/RecordConsentDialog.tsx';
import { PersonVerifications_query } from '#client/review/PersonVerifications.tsx';
import { ChangeProposalsScreen_query } from '#client/review/ChangeProposalsScreen.tsx';
import { Annex_query, AnnexScreen_query } from '#client/review/progress/AnnexScreen.tsx';
import { RoundFacts_query } from '#client/review/progress/EditRoundForm.tsx';
import { RoundChoices_query } from '#client/review/progress/WhomChoice.tsx';
import { CallerLanguages_query } from '#client/review/call/CallerLanguages.tsx';
import { CallListScreen_query } from '#client/review/call/CallListScreen.tsx';
import { NextCalls_query } from '#client/review/call/CallRows.tsx';
import { CallSheet_query } from '#client/review/call/CallSheet.tsx';
import { ReportSuccession_query } from '#client/review/handover/ReportSuccession.tsx';
import { SuccessionsScreen_query } from '#client/review/handover/SuccessionsScreen.tsx';
import { RoundLetters_query } from '#client/review/letter/RoundLetters.tsx';
import { DryRunHindered_query } from '#client/review/progress/HinderedList.tsx';
import { RoundDifference_query } from '#client/review/progress/RoundDifferences.tsx';
import { RoundDryRun_query } from '#client/review/progress/RoundDraft.tsx';
import { RoundProgress_query } from '#client/review/progress/RoundProgress.tsx';
import { RoundRequests_query } from '#client/review/progress/RoundRequestsScreen.tsx';
import { RoundScreen_query } from '#client/review/progress/RoundScreen.tsx';
import { RoundsScreen_query } from '#client/review/progress/RoundsScreen.tsx';
import { RoundStandings_query } from '#client/review/progress/RoundSignOffs.tsx';
import { DeadlinesScreen_query } from '#client/review/deadline/DeadlinesScreen.tsx';
import { DeadlineEffect_query } from '#client/review/deadline/deadlineOperations.ts';
import { StopsScreen_query } from '#client/review/StopsScreen.tsx';
import { Verifications_query } from '#client/review/Verifications.tsx';
import { AreaScreen_query } from '#client/vocabulary/AreaScreen.tsx';
import { Terms_query } from '#client/vocabulary/TermPicker.tsx';
import { HitMap_query } from '#client/vocabulary/HitMap.tsx';
import { Role } from '#schema/access/Role.ts';
import { limited } from '#server/http/queryLimits.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Database } from '#server/orm.ts';
import { schema } from '#test/support/theSchema.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aCoordinator, anEditor, aViewer } from '#test/support/viewers.ts';
import { type World, worldOver } from '#test/support/world.ts';

let database: Database;
let world: World;

beforeAll(async () => {
  database = await openSeedWorld();
  world = await worldOver(database);
});
afterAll(() => database.close());

const busiest = async (sql: string): Promise<string> => {
  const { rows } = await database.pool.query<{ id: string }>(sql);
  return rows[0]?.id ?? '';
};
const umbrella = () =>
  busiest(
    'select organisation_id as id from affiliation group by 1 order by count(*) desc limit 1',
  );
const trust = () =>
  busiest('select trust_id as id from catchment group by 1 order by count(*) desc limit 1');
const person = () =>
  busiest('select person_id as id from affiliation group by 1 order by count(*) desc limit 1');

const aRound = () => busiest(`select id from review_round where state = 'open'`);

const aDraft = () =>
  busiest(
    `insert into review_round (id, name, opens_on, due_on, signed_by, made_by, made_at, search)
     values (gen_random_uuid(), 'Prøve', '2026-12-01', '2026-12-31', 'Prøve', gen_random_uuid(), now(), '{"text": "", "keptFilter": {"only": "organisation"}}') returning id`,
  );

async function anImport(): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into import (id, by_id, via, at, file_name, bytes, digest, format, headings, columns, rows, state, kept_until)
     values (gen_random_uuid(), $1, 'session', now(), 'prøve.csv', 1, '', 'csv', '{}', '[]', 0, 'ready', now()) returning id`,
    [anEditor().id],
  );
  return rows[0]?.id ?? '';
}

/**
 * Every question of the client, with what makes it work hardest, and how many statements it may take: one for each relation to
 * many rows that it draws, whatever their number. A coordinator asks, where nobody else is named.
 */
const questions: [DocumentNode, () => object | Promise<object>, number, (() => Viewer)?][] = [
  [Viewer_query, () => ({}), 0],
  [BreakGlassBanner_query, () => ({}), 2],
  [CrisisScreen_query, () => ({ all: true }), 3],
  [BreakGlassScreen_query, () => ({ id: crypto.randomUUID() }), 2],
  [SearchStart_query, () => ({}), 1],
  [Search_query, () => ({ text: 'somali grorud', filter: {}, first: 20 }), 8],
  [NextHits_query, () => ({ text: 'somali', filter: {}, first: 100, after: null }), 8],
  [ContactSheet_query, () => ({ text: 'somali', filter: {}, first: 100, purpose: 'CRISIS' }), 10],
  [
    Duplicates_query,
    () => ({ filter: { kind: 'ORGANISATION' }, first: 20, purpose: null }),
    3,
    anEditor,
  ],
  [
    OrganisationsToMerge,
    async () => ({ one: await umbrella(), other: await trust() }),
    6,
    anEditor,
  ],
  [PeopleToMerge, async () => ({ one: await person(), other: await person() }), 8, anEditor],
  [
    MergePreview_query,
    async () => ({ kind: 'ORGANISATION', survivor: await umbrella(), loser: await trust() }),
    1,
    anEditor,
  ],
  [
    PossibleDuplicates_query,
    () => ({ input: { kind: 'ORGANISATION', name: 'somalisk forening oslo' }, purpose: null }),
    4,
    anEditor,
  ],
  [RegisterLookup_query, () => ({ text: 'somaliske' }), 1, anEditor],
  [RegisterComparison_query, async () => ({ id: await umbrella() }), 2, anEditor],
  [OrganisationRegister_query, async () => ({ id: await umbrella() }), 2, anEditor],
  [Municipalities_query, () => ({}), 0, anEditor],
  [WorkScreen_query, () => ({ kinds: null, trust: null, isMine: false, after: null }), 6, anEditor],
  [
    ExportSize_query,
    () => ({
      input: {
        records: ['ORGANISATION', 'PERSON'],
        format: 'CSV',
        purpose: 'REGISTER_CARE',
        text: 'somali',
        filter: {},
      },
    }),
    6,
    anEditor,
  ],
  [BulkEditsScreen_query, () => ({ after: null }), 3, anEditor],
  [ImportsScreen_query, () => ({ after: null }), 3, anEditor],
  [ImportScreen_query, async () => ({ id: await anImport() }), 4, anEditor],
  [
    ImportRows_query,
    async () => ({ id: await anImport(), outcome: null, isRemarked: null, after: null }),
    2,
    anEditor,
  ],
  [ChangeProposalsScreen_query, () => ({}), 3, anEditor],
  [RoundsScreen_query, () => ({}), 1, anEditor],
  [RoundScreen_query, () => ({ id: crypto.randomUUID() }), 2, anEditor],
  [RoundLetters_query, async () => ({ id: await aRound() }), 3, () => aViewer(Role.PROGRAMME_LEAD)],
  [RoundProgress_query, async () => ({ id: await aRound(), by: 'TRUST' }), 2, anEditor],
  [RoundStandings_query, async () => ({ id: await aRound() }), 2, anEditor],
  [RoundDifference_query, async () => ({ id: await aRound(), since: null }), 2, anEditor],
  [RoundRequests_query, async () => ({ id: await aRound() }), 2, anEditor],
  [RoundChoices_query, () => ({}), 3, anEditor],
  [RoundFacts_query, async () => ({ id: await aDraft() }), 1, () => aViewer(Role.PROGRAMME_LEAD)],
  [RoundDryRun_query, async () => ({ id: await aDraft() }), 3, () => aViewer(Role.PROGRAMME_LEAD)],
  [
    DryRunHindered_query,
    async () => ({ id: await aDraft(), hindrance: 'NO_ADDRESS', offset: 0 }),
    3,
    () => aViewer(Role.PROGRAMME_LEAD),
  ],
  [AnnexScreen_query, async () => ({ id: await aRound() }), 3, anEditor],
  [Annex_query, async () => ({ id: await aRound(), trust: null }), 2, anEditor],
  [StopsScreen_query, () => ({}), 3, anEditor],
  [DeadlinesScreen_query, () => ({}), 2, () => aViewer(Role.PROGRAMME_LEAD)],
  [
    DeadlineEffect_query,
    () => ({ input: { kind: 'FAITH_COMMUNITY', months: 12 } }),
    2,
    () => aViewer(Role.PROGRAMME_LEAD),
  ],
  [SuccessionsScreen_query, () => ({}), 2, anEditor],
  [ReportSuccession_query, async () => ({ id: await umbrella() }), 4, anEditor],
  [CallListScreen_query, () => ({}), 3, anEditor],
  [NextCalls_query, () => ({}), 3, anEditor],
  [CallSheet_query, async () => ({ id: await umbrella() }), 8, anEditor],
  [CallerLanguages_query, () => ({}), 1, anEditor],
  [Exports_query, () => ({ first: 50 }), 3, () => aViewer(Role.PRIVACY_OFFICER)],
  [Vocabulary_query, () => ({}), 0],
  [AudiencesScreen_query, () => ({ archived: false }), 2],
  [AudienceCounts_query, () => ({ ids: [crypto.randomUUID()] }), 1],
  [AudienceScreen_query, () => ({ id: crypto.randomUUID() }), 2],
  [AudienceMembers_query, () => ({ text: 'somali grorud', filter: {} }), 8],
  [EditableAudiences_query, () => ({}), 1],
  [BulkEdit_query, () => ({ id: crypto.randomUUID() }), 1, anEditor],
  [HealthTrusts_query, () => ({}), 1],
  [OrganisationScreen_query, async () => ({ id: await umbrella() }), 8],
  [Archive_query, () => ({ text: '' }), 6, anEditor],
  [OrganisationFacts_query, async () => ({ id: await umbrella() }), 3, anEditor],
  [FindParents_query, () => ({ text: 'somalisk' }), 3, anEditor],
  [Terms_query, () => ({}), 0],
  [AffiliatedPeople_query, async () => ({ id: await umbrella(), current: true, after: null }), 4],
  [Affiliated_query, async () => ({ id: await umbrella() }), 2],
  [FindPeople_query, () => ({ text: 'anna' }), 4],
  [FindOrganisations_query, () => ({ text: 'somali' }), 3],
  [PersonToEdit_query, async () => ({ id: await person() }), 3],
  [Terms_query, () => ({}), 0],
  [ContactReveal_query, async () => ({ id: await person(), purpose: 'CRISIS' }), 2],
  [Branches_query, async () => ({ id: await umbrella(), after: null }), 2],
  [TrustCatchments_query, async () => ({ id: await trust(), asOf: null }), 2],
  [PersonScreen_query, async () => ({ id: await person() }), 6],
  [PersonConsents_query, async () => ({ id: await person() }), 2],
  [ConsentTexts_query, () => ({}), 0],
  [Verifications_query, async () => ({ id: await umbrella() }), 7, anEditor],
  [PersonVerifications_query, async () => ({ id: await person() }), 6, anEditor],
  [AreaScreen_query, () => ({ code: '0301', asOf: null }), 1],
  [HitMap_query, () => ({}), 0],
];

test.each(questions.map((question) => [nameOf(question[0]), ...question] as const))(
  '%s is answered by a handful of statements',
  async (_name, document, variables, most, asker = aCoordinator) => {
    const { errors, statements } = await world.ask(asker(), document, {
      ...(await variables()),
    });
    expect(errors).toBeUndefined();
    expect(statements).toBeLessThanOrEqual(most);
  },
);

test('no question of the client is larger than the server allows', () => {
  for (const [document] of questions) expect(validate(schema, document, [limited()])).toEqual([]);
});

test('no question of the client is left out', () => {
  // But for those of access: they take one statement for a page, and nobody's page is heavy.
  const exclude = ['client/access/!(viewer).*'];
  const asked = globSync('client/**/*.{ts,tsx}', { exclude }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*query (\w+)/gm)].map(([, name]) => name),
  );
  expect(new Set(questions.map(([document]) => nameOf(document)))).toEqual(new Set(asked));
});

function nameOf({ definitions }: DocumentNode): string {
  const named = definitions.find((it) => it.kind === 'OperationDefinition');
  return named?.name?.value ?? '';
}
