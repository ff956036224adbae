import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { AccessDialog } from '#client/access/AccessDialog.tsx';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';

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

/** Arkivere. Puts a person away, or says since when they are and brings them back. For those who may edit them. */
export function PutAwayPerson({ person }: { person: FragmentOf<typeof PutAwayPerson_person> }) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const offerUndo = useOfferUndoOf();
  const [, archive] = useMutation(ArchivePerson_mutation);
  const { id, version, name, archivedOn, viewerMay } = readFragment(PutAwayPerson_person, person);
  if (!viewerMay.edit || archivedOn) return null;

  async function submit(values: FormData) {
    const input = { id, expectedVersion: version, reason: String(values.get('reason')) || null };
    const { data, error } = await archive({ input }, context);
    if (error) return toProblem(error);
    const done = formatMessage({ id: 'person.isArchived' }, { name });
    offerUndo(done, data?.archivePerson.history.nodes[0]);
    return null;
  }

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => setAsking(true)}
      >
        {formatMessage({ id: 'person.archive' })}
      </button>
      {isAsking && (
        <AccessDialog
          name={`archive ${id}`}
          title={formatMessage({ id: 'person.archiveWhom' }, { name })}
          action={formatMessage({ id: 'person.archive' })}
          what={formatMessage({ id: 'person.archiveWhat' })}
          submit={submit}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Arkivert. Since when, and for those who may, the way back. */
export function ArchivedPerson({ person }: { person: FragmentOf<typeof PutAwayPerson_person> }) {
  const { formatMessage, formatDate } = useIntl();
  const [{ fetching, error }, restore] = useMutation(RestorePerson_mutation);
  const { id, version, archivedOn, viewerMay } = readFragment(PutAwayPerson_person, person);
  if (!archivedOn) return null;
  const date = formatDate(archivedOn, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <div className="ds-alert" data-color="warning">
      <p>{formatMessage({ id: 'person.archivedOn' }, { date })}</p>
      {viewerMay.edit && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={fetching}
          onClick={() => void restore({ input: { id, expectedVersion: version } }, context)}
        >
          {formatMessage({ id: 'person.restore' })}
        </button>
      )}
      {error && <ProblemNote problem={toProblem(error)} />}
    </div>
  );
}
