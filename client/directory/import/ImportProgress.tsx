import { useId } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const ImportProgress_import = graphql(`
  fragment ImportProgress_import on Import {
    state
    rows
    done
    isTroubled
    counts {
      added
      changed
    }
  }
`);

/** Fremdrift. How far it has come; the page asks again by itself. */
export function ImportProgress({
  it,
  isOutdated,
}: {
  it: FragmentOf<typeof ImportProgress_import>;
  /** How far it had come the time before says nothing of this time. */
  isOutdated: boolean;
}) {
  const { formatMessage } = useIntl();
  const labelId = useId();
  const {
    state,
    rows,
    done: reached,
    isTroubled,
    counts,
  } = readFragment(ImportProgress_import, it);
  const done = isOutdated ? 0 : reached;
  const isWriting = state === 'APPLYING';
  const all = isWriting ? counts.added + counts.changed : rows;

  return (
    <div className="import-progress">
      <p id={labelId}>
        {formatMessage(
          { id: isWriting ? 'import.writing' : 'import.comparing' },
          { done: Math.min(done, all), rows: all },
        )}
      </p>
      <progress aria-labelledby={labelId} value={Math.min(done, all)} max={Math.max(all, 1)} />
      <p className="quiet">
        {formatMessage({ id: isWriting ? 'import.writingOn' : 'import.comparingNothing' })}
      </p>
      {isTroubled && (
        <p role="status" className="ds-alert" data-color="warning">
          {formatMessage({ id: 'import.troubled' })}
        </p>
      )}
    </div>
  );
}
