import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { ArchiveButton } from '#client/access/ArchiveButton.tsx';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ArchivedNote } from '#client/ui/ArchivedNote.tsx';
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
  const offerUndo = useOfferUndoOf();
  const [, send] = useMutation(ArchiveOrganisation_mutation);
  const { id, version, name, archivedOn, viewerMay } = readFragment(
    ArchiveOrganisation_organisation,
    organisation,
  );
  if (!viewerMay.correct || archivedOn) return null;

  async function archive(reason: string | null) {
    const { data, error } = await send({ input: { id, expectedVersion: version, reason } }, toldIn);
    if (error) return toProblem(error);
    const done = formatMessage({ id: 'organisation.isArchived' }, { name });
    offerUndo(done, data?.archiveOrganisation.history.nodes[0]);
    return null;
  }

  return (
    <ArchiveButton
      id={id}
      action={formatMessage({ id: 'organisation.archive' })}
      which={formatMessage({ id: 'organisation.archiveWhich' }, { name })}
      what={formatMessage({ id: 'organisation.archiveWhat' })}
      archive={archive}
    />
  );
}

/** Arkivert. Since when, and for those who may, the way back. */
export function ArchivedOrganisation({ organisation }: { organisation: Archivable }) {
  const { formatMessage, formatDate } = useIntl();
  const [restored, restore] = useMutation(RestoreOrganisation_mutation);
  const { id, version, archivedOn, viewerMay } = readFragment(
    ArchiveOrganisation_organisation,
    organisation,
  );
  if (!archivedOn) return null;
  const date = formatDate(archivedOn, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <ArchivedNote
      since={formatMessage({ id: 'organisation.archivedOn' }, { date })}
      mayRestore={viewerMay.correct}
      restore={formatMessage({ id: 'organisation.restore' })}
      result={restored}
      onRestore={() => void restore({ input: { id, expectedVersion: version } }, toldIn)}
    />
  );
}
