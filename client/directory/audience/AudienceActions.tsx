import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { Link, useLocation } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { useMay } from '#client/access/viewer.ts';
import { addressOf } from '#client/directory/directoryQuery.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { audiencePath, newRoundPath } from '#client/paths.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { audienceQuery, audienceQuery_audience } from './audienceQuery.ts';
import { EditAudience_mutation } from './EditAudience.ts';
import { audienceContext, SaveAudience_mutation } from './SaveSearchDialog.tsx';

export const AudienceActions_audience = graphql(
  `
    fragment AudienceActions_audience on Audience {
      id
      version
      name
      isShared
      isBroken
      archivedAt
      viewerMay {
        edit
        copy
      }
      ...audienceQuery_audience
    }
  `,
  [audienceQuery_audience],
);

export const ArchiveAudience_mutation = graphql(`
  mutation ArchiveAudience($input: ArchiveAudienceInput!) {
    archiveAudience(input: $input) {
      id
      version
      archivedAt
    }
  }
`);

/** Hva en kan gjøre med et utvalg: open it in the search, share it, call it otherwise, copy it, put it away. */
export function AudienceActions({
  audience,
}: {
  audience: FragmentOf<typeof AudienceActions_audience>;
}) {
  const { formatMessage } = useIntl();
  const found = readFragment(AudienceActions_audience, audience);
  const { id, version, name, isShared, isBroken, archivedAt, viewerMay } = found;
  const query = audienceQuery(found);
  const mayStart =
    useMay('review.run') && !archivedAt && !isBroken && query.filter.only !== 'PERSON';
  const [, navigate] = useLocation();
  const [, edit] = useMutation(EditAudience_mutation);
  const [, save] = useMutation(SaveAudience_mutation);
  const [, archive] = useMutation(ArchiveAudience_mutation);
  const offerUndo = useOfferUndo();
  const [naming, askNaming] = useAsked('navn');
  const [copying, askCopying] = useAsked('kopi');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function doing(work: () => Promise<Problem | null>) {
    setBusy(true);
    setProblem(await work());
    setBusy(false);
  }

  const share = () =>
    doing(async () => {
      const { error } = await edit(
        { input: { id, expectedVersion: version, isShared: !isShared } },
        audienceContext,
      );
      return error ? toProblem(error) : null;
    });

  const putAway = (isArchived: boolean) =>
    doing(async () => {
      const { data, error } = await archive(
        { input: { id, expectedVersion: version, isArchived } },
        audienceContext,
      );
      const now = data?.archiveAudience.version;
      if (now !== undefined && isArchived) {
        offerUndo({
          text: formatMessage({ id: 'audience.archived' }, { name }),
          undo: async () => {
            const back = await archive(
              { input: { id, expectedVersion: now, isArchived: false } },
              audienceContext,
            );
            return back.error ? toProblem(back.error) : null;
          },
        });
      }
      return error ? toProblem(error) : null;
    });

  const nameField = (value: string) => (
    <Field
      name="name"
      label={formatMessage({ id: 'audience.name' })}
      defaultValue={value}
      maxLength={120}
      autoComplete="off"
      required
    />
  );

  return (
    <>
      <div className="audience-actions">
        <Link href={addressOf(query)} className="ds-button">
          {formatMessage({ id: 'audience.openInSearch' })}
        </Link>
        {mayStart && (
          <Link href={newRoundPath(id)} className="ds-button" data-variant="secondary">
            {formatMessage({ id: 'round.startForAudience' })}
          </Link>
        )}
        {viewerMay.edit && !archivedAt && (
          <>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              disabled={isBusy}
              onClick={() => void share()}
            >
              {formatMessage({ id: isShared ? 'audience.unshare' : 'audience.share' })}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => askNaming('ja')}
            >
              {formatMessage({ id: 'audience.rename' })}
            </button>
          </>
        )}
        {viewerMay.copy && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => askCopying('ja')}
          >
            {formatMessage({ id: 'audience.copy' })}
          </button>
        )}
        {viewerMay.edit && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            disabled={isBusy}
            onClick={() => void putAway(!archivedAt)}
          >
            {formatMessage({ id: archivedAt ? 'audience.unarchive' : 'audience.archive' })}
          </button>
        )}
      </div>
      {viewerMay.edit && !archivedAt && (
        <p className="quiet">{formatMessage({ id: 'audience.howToEdit' })}</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {naming && viewerMay.edit && (
        <FormDialog
          name={`rename ${id}`}
          title={formatMessage({ id: 'audience.rename' })}
          action={formatMessage({ id: 'audience.saveIt' })}
          onClose={() => askNaming(null)}
          submit={async (values) => {
            const { error } = await edit(
              { input: { id, expectedVersion: version, name: String(values.get('name')) } },
              audienceContext,
            );
            return error ? toProblem(error) : null;
          }}
        >
          {nameField(name)}
        </FormDialog>
      )}
      {copying && viewerMay.copy && (
        <FormDialog
          name={`copy ${id}`}
          title={formatMessage({ id: 'audience.copy' })}
          action={formatMessage({ id: 'audience.saveIt' })}
          onClose={() => askCopying(null)}
          submit={async (values) => {
            const { text, filter } = query;
            const { data, error } = await save(
              { input: { name: String(values.get('name')), search: { text, filter } } },
              audienceContext,
            );
            if (data) navigate(audiencePath(data.saveAudience.id));
            return error ? toProblem(error) : null;
          }}
        >
          <p>{formatMessage({ id: 'audience.copyWhat' })}</p>
          {nameField(formatMessage({ id: 'audience.copyOf' }, { name }))}
        </FormDialog>
      )}
    </>
  );
}
