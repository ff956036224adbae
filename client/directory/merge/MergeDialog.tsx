import { useIntl } from 'react-intl';
import { useClient, useMutation } from 'urql';
import { useLocation } from 'wouter';

import { RecordMerges_query, Unmerge_mutation } from '#client/access/RecordMerges.tsx';
import { organisationPath, personPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { MergeMoves, type Preview } from './MergeMoves.tsx';
import { MergeOrganisations_mutation, MergePeople_mutation } from './mergeSides.ts';
import type { MergedField, Side } from './Side.ts';

/** Wherever one of the two stood, the other stands. */
export const mergedTypes = {
  additionalTypenames: [
    'Organisation',
    'Person',
    'Affiliation',
    'OrganisationHit',
    'PersonHit',
    'SearchConnection',
    'DuplicatePair',
    'DuplicatePairConnection',
    'Merge',
  ],
};

/** Slå sammen? Says exactly what happens, and does it; the way back stands open. */
export function MergeDialog({
  kind,
  survivor,
  loser,
  taken,
  preview,
  onClose,
}: {
  kind: 'ORGANISATION' | 'PERSON';
  survivor: Side;
  loser: Side;
  taken: readonly MergedField[];
  preview: Preview;
  onClose: () => void;
}) {
  const { formatMessage, formatList } = useIntl();
  const client = useClient();
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndo();
  const [, merge] = useMutation(
    kind === 'PERSON' ? MergePeople_mutation : MergeOrganisations_mutation,
  );
  const names = { survivor: survivor.name, loser: loser.name };

  async function undo() {
    const { data, error } = await client
      .query(RecordMerges_query, { id: survivor.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const latest = data?.merges.find(({ loserId, undoneAt }) => loserId === loser.id && !undoneAt);
    if (error) return toProblem(error);
    if (!latest) return null;
    const undone = await client
      .mutation(Unmerge_mutation, { input: { mergeId: latest.id } }, mergedTypes)
      .toPromise();
    return undone.error ? toProblem(undone.error) : null;
  }

  async function submit(values: FormData) {
    const { error } = await merge(
      {
        input: {
          survivorId: survivor.id,
          loserId: loser.id,
          survivorVersion: survivor.version,
          loserVersion: loser.version,
          taken: [...taken],
          areNumbersAcknowledged: values.get('numbers') === 'on',
          reason: String(values.get('reason') ?? '') || null,
        },
      },
      mergedTypes,
    );
    if (error) return toProblem(error);
    offerUndo({ text: formatMessage({ id: 'merge.done' }, names), undo });
    navigate((kind === 'PERSON' ? personPath : organisationPath)(survivor.id), {
      replace: true,
    });
    return null;
  }

  return (
    <Dialog title={formatMessage({ id: 'merge.confirmTitle' }, names)} onClose={onClose}>
      <Form name={`merge ${survivor.id} ${loser.id}`} submit={submit}>
        <p>{formatMessage({ id: 'merge.confirmWhat' }, names)}</p>
        {taken.length > 0 && (
          <p>
            {formatMessage(
              { id: 'merge.confirmTaken' },
              {
                ...names,
                fields: formatList(
                  taken.map((it) => formatMessage({ id: `merge.field.${it}` }).toLowerCase()),
                ),
              },
            )}
          </p>
        )}
        <MergeMoves kind={kind} preview={preview} survivor={survivor} loser={loser} />
        {preview.haveDifferentNumbers && (
          <label className="choice">
            <input type="checkbox" className="ds-input" name="numbers" required />
            <span className="choice-label">{formatMessage({ id: 'merge.numbers' })}</span>
          </label>
        )}
        <LongField
          name="reason"
          label={formatMessage({ id: 'form.whyOptional' })}
          hint={formatMessage({ id: 'merge.reasonHint' })}
          rows={2}
          most={500}
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'merge.do' })}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {formatMessage({ id: 'form.cancel' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
