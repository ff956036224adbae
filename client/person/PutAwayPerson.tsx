import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { ArchiveButton } from '#client/access/ArchiveButton.tsx';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ArchivedNote } from '#client/ui/ArchivedNote.tsx';

export const PutAwayPerson_person = graphql(`
  fragment PutAwayPerson_person on Person {
    id
    version
    name
    archivedOn
    viewerMay {
      edit
    }
  }
`);

export const ArchivePerson_mutation = graphql(`
  mutation ArchivePerson($input: ArchivePersonInput!) {
    archivePerson(input: $input) {
      id
      version
      archivedOn
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

export const RestorePerson_mutation = graphql(`
  mutation RestorePerson($input: RestorePersonInput!) {
    restorePerson(input: $input) {
      id
      version
      archivedOn
    }
  }
`);

/** Whoever is archived is found no longer, and found again when they are not. */
const context = {
  additionalTypenames: ['Person', 'Affiliation', 'SearchConnection', 'PersonConnection'],
};

type Archivable = FragmentOf<typeof PutAwayPerson_person>;

/** Arkivere. Puts a person away, after having said what that is. For those who may edit them. */
export function PutAwayPerson({ person }: { person: Archivable }) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndoOf();
  const [, send] = useMutation(ArchivePerson_mutation);
  const { id, version, name, archivedOn, viewerMay } = readFragment(PutAwayPerson_person, person);
  if (!viewerMay.edit || archivedOn) return null;

  async function archive(reason: string | null) {
    const { data, error } = await send(
      { input: { id, expectedVersion: version, reason } },
      context,
    );
    if (error) return toProblem(error);
    const done = formatMessage({ id: 'person.isArchived' }, { name });
    offerUndo(done, data?.archivePerson.history.nodes[0]);
    return null;
  }

  return (
    <ArchiveButton
      id={id}
      action={formatMessage({ id: 'person.archive' })}
      which={formatMessage({ id: 'person.archiveWhom' }, { name })}
      what={formatMessage({ id: 'person.archiveWhat' })}
      archive={archive}
    />
  );
}

/** Arkivert. Since when, and for those who may, the way back. */
export function ArchivedPerson({ person }: { person: Archivable }) {
  const { formatMessage, formatDate } = useIntl();
  const [restored, restore] = useMutation(RestorePerson_mutation);
  const { id, version, archivedOn, viewerMay } = readFragment(PutAwayPerson_person, person);
  if (!archivedOn) return null;
  const date = formatDate(archivedOn, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <ArchivedNote
      since={formatMessage({ id: 'person.archivedOn' }, { date })}
      mayRestore={viewerMay.edit}
      restore={formatMessage({ id: 'person.restore' })}
      result={restored}
      onRestore={() => void restore({ input: { id, expectedVersion: version } }, context)}
    />
  );
}
