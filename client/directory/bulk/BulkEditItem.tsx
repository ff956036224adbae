import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useMoment } from '#client/access/useMoment.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { UndoBatch, UndoBatch_batch } from '#client/directory/batch/UndoBatch.tsx';

export const BulkEditItem_batch = graphql(
  `
    fragment BulkEditItem_batch on Batch {
      id
      at
      by {
        name
      }
      reason
      changed
      kept
      state
      undoneAt
      undoneBy {
        name
      }
      viewerMay {
        undo
      }
      ...UndoBatch_batch
    }
  `,
  [UndoBatch_batch],
);

/** En endring av mange. How many, when, by whom and why; how it stands; and the way to take it back. */
export function BulkEditItem({ batch }: { batch: FragmentOf<typeof BulkEditItem_batch> }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const [isAsking, setAsking] = useState(false);
  const it = readFragment(BulkEditItem_batch, batch);
  const by = (at: string, author: { name: string } | null) =>
    author
      ? formatMessage({ id: 'bulk.doneBy' }, { time: moment(at), name: author.name })
      : moment(at);

  return (
    <li>
      <p>
        <strong>{formatMessage({ id: 'bulk.changed' }, { count: it.changed })}</strong>{' '}
        {it.state !== 'DONE' && (
          <span className="mark-tag">{formatMessage({ id: `import.batch.${it.state}` })}</span>
        )}
      </p>
      {it.reason && <p>{it.reason}</p>}
      <p className="quiet">{by(it.at, it.by)}</p>
      {it.undoneAt && (
        <p className="quiet">
          {formatMessage(
            { id: 'bulk.undoneBy' },
            { by: by(it.undoneAt, it.undoneBy), kept: it.kept },
          )}
        </p>
      )}
      {it.viewerMay.undo && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => setAsking(true)}
          aria-label={formatMessage({ id: 'bulk.undoThe' }, { time: moment(it.at) })}
        >
          {formatMessage({ id: 'bulk.undo' })}
        </button>
      )}
      {isAsking && <UndoBatch batch={it} what="bulk" onClose={() => setAsking(false)} />}
    </li>
  );
}
