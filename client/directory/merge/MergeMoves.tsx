import { useIntl } from 'react-intl';

import type { ResultOf } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';
import type { MergePreview_query } from './mergeSides.ts';
import type { Side } from './Side.ts';

export type Preview = ResultOf<typeof MergePreview_query>['mergePreview'];

/** Hva som flyttes. In numbers, as they will be; or why the two cannot be made one. */
export function MergeMoves({
  kind,
  preview,
  survivor,
  loser,
}: {
  kind: 'ORGANISATION' | 'PERSON';
  preview: Preview;
  survivor: Side;
  loser: Side;
}) {
  const { formatMessage, messages } = useIntl();
  if (preview.refusal) {
    const id = `merge.refusal.${preview.refusal}`;
    return (
      <p role="alert" className="ds-alert" data-color="warning">
        {formatMessage({
          id: (id in messages ? id : 'merge.refusal.FORBIDDEN') as MessageId,
        })}
      </p>
    );
  }
  const counts = preview.counts.filter(
    ({ what, moved, same, changed }) =>
      `merge.what.${what}` in messages && moved + same + changed > 0,
  );
  const names = { survivor: survivor.name, loser: loser.name };

  return (
    <ul className="merge-moves">
      {counts.map(({ what, moved, same, changed }) => (
        <li key={what}>
          <strong>{formatMessage({ id: `merge.what.${what}` as MessageId })}</strong>{' '}
          {formatMessage({ id: 'merge.count' }, { moved, same, changed })}
        </li>
      ))}
      {counts.length === 0 && <li>{formatMessage({ id: 'merge.nothingMoves' })}</li>}
      <li>{formatMessage({ id: `merge.names.${kind}` }, names)}</li>
      <li>{formatMessage({ id: 'merge.address' }, names)}</li>
      {kind === 'PERSON' && <li>{formatMessage({ id: 'merge.consents' })}</li>}
      <li>{formatMessage({ id: 'merge.canBeUndone' })}</li>
    </ul>
  );
}
