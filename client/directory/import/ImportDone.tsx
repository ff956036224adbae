import { useState } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { Section } from '#client/ui/Section.tsx';
import { UndoBatch, UndoBatch_batch } from '#client/directory/batch/UndoBatch.tsx';

export const ImportDone_import = graphql(
  `
    fragment ImportDone_import on Import {
      id
      viewerMay {
        open
      }
      counts {
        left
        refused
        excluded
      }
      batch {
        id
        state
        made
        changed
        kept
        viewerMay {
          undo
        }
        ...UndoBatch_batch
      }
    }
  `,
  [UndoBatch_batch],
);

/** How it stands once it is being undone. */
const words = {
  UNDOING: 'import.undoing',
  UNDONE: 'import.undone',
  PARTLY_UNDONE: 'import.partlyUndone',
} as const;

/** Ferdig. How it stands; what it did, in exact numbers; what it left, to be taken home; and the way back. */
export function ImportDone({ it }: { it: FragmentOf<typeof ImportDone_import> }) {
  const { formatMessage } = useIntl();
  const { id, viewerMay, counts, batch } = readFragment(ImportDone_import, it);
  const [isAsking, setAsking] = useState(false);
  if (!batch) return null;
  const { state, made, changed, kept } = batch;
  const isStanding = state === 'DONE' || state === 'UNDER_WAY';
  const now = isStanding
    ? formatMessage({ id: 'import.done' }, { made, changed })
    : formatMessage({ id: words[state] }, { kept });

  return (
    <Section
      id="ferdig"
      title={formatMessage({ id: isStanding ? 'import.state.DONE' : `import.batch.${state}` })}
    >
      <div role="status">
        <p>
          <strong>{now}</strong>
        </p>
        {!isStanding && (
          <p>
            {formatMessage(
              { id: state === 'UNDONE' ? 'import.doneAndUndone' : 'import.done' },
              { made, changed },
            )}
          </p>
        )}
      </div>
      {counts.left + counts.refused + counts.excluded > 0 && (
        <p>{formatMessage({ id: 'import.doneRest' }, { ...counts })}</p>
      )}
      <div className="import-actions">
        {viewerMay.open && counts.refused > 0 && (
          <a
            className="ds-button"
            data-variant="secondary"
            href={`/import/${id}/refused.csv`}
            download
          >
            {formatMessage({ id: 'import.download' })}
          </a>
        )}
        {batch.viewerMay.undo && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setAsking(true)}
          >
            {formatMessage({ id: 'import.undo' })}
          </button>
        )}
      </div>
      {isAsking && <UndoBatch batch={batch} what="import" onClose={() => setAsking(false)} />}
    </Section>
  );
}
