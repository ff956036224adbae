import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { AccessDialog } from '#client/access/AccessDialog.tsx';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { toldIn } from './EditOrganisationForm.tsx';

export const ArchiveOrganisation_organisation = graphql(`
  fragment ArchiveOrganisation_organisation on Organisation {
    id
    version
    name
    archivedOn
    viewerMay {
      correct
    }
  }
`);

export const ArchiveOrganisation_mutation = graphql(`
  mutation ArchiveOrganisation($input: ArchiveOrganisationInput!) {
    archiveOrganisation(input: $input) {
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

export const RestoreOrganisation_mutation = graphql(`
  mutation RestoreOrganisation($input: ArchiveOrganisationInput!) {
    restoreOrganisation(input: $input) {
      id
      version
      archivedOn
    }
  }
`);

type Archivable = FragmentOf<typeof ArchiveOrganisation_organisation>;

/** Arkivere. Puts an organisation away, after having said what that is. For those who may edit it. */
export function ArchiveOrganisation({ organisation }: { organisation: Archivable }) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const offerUndo = useOfferUndoOf();
  const [, archive] = useMutation(ArchiveOrganisation_mutation);
  const { id, version, name, archivedOn, viewerMay } = readFragment(
    ArchiveOrganisation_organisation,
    organisation,
  );
  if (!viewerMay.correct || archivedOn) return null;

  async function submit(values: FormData) {
    const input = { id, expectedVersion: version, reason: String(values.get('reason')) || null };
    const { data, error } = await archive({ input }, toldIn);
    if (error) return toProblem(error);
    const done = formatMessage({ id: 'organisation.isArchived' }, { name });
    offerUndo(done, data?.archiveOrganisation.history.nodes[0]);
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
        {formatMessage({ id: 'organisation.archive' })}
      </button>
      {isAsking && (
        <AccessDialog
          name={`archive ${id}`}
          title={formatMessage({ id: 'organisation.archiveWhich' }, { name })}
          action={formatMessage({ id: 'organisation.archive' })}
          what={formatMessage({ id: 'organisation.archiveWhat' })}
          submit={submit}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Arkivert. Since when, and for those who may, the way back. */
export function ArchivedOrganisation({ organisation }: { organisation: Archivable }) {
  const { formatMessage, formatDate } = useIntl();
  const [{ fetching, error }, restore] = useMutation(RestoreOrganisation_mutation);
  const { id, version, archivedOn, viewerMay } = readFragment(
    ArchiveOrganisation_organisation,
    organisation,
  );
  if (!archivedOn) return null;
  const date = formatDate(archivedOn, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <div className="ds-alert" data-color="warning">
      <p>{formatMessage({ id: 'organisation.archivedOn' }, { date })}</p>
      {viewerMay.correct && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={fetching}
          onClick={() => void restore({ input: { id, expectedVersion: version } }, toldIn)}
        >
          {formatMessage({ id: 'organisation.restore' })}
        </button>
      )}
      {error && <ProblemNote problem={toProblem(error)} />}
    </div>
  );
}
