import { useIntl } from 'react-intl';

import type { Row, useRows } from './useRows.ts';

/** Verktøy for en rad. Moves a row of a form up and down, where its order says something, and takes it out. */
export function RowTools({
  row,
  name,
  list: { rows, move, remove },
  isOrdered = false,
}: {
  row: Row;
  /** What the row is called, for those who listen. */
  name: string;
  list: Pick<ReturnType<typeof useRows>, 'rows' | 'move' | 'remove'>;
  isOrdered?: boolean;
}) {
  const { formatMessage } = useIntl();
  const at = rows.indexOf(row);
  const steps = [
    { by: -1, id: 'rows.moveUp', sign: '↑', isPossible: at > 0 },
    { by: 1, id: 'rows.moveDown', sign: '↓', isPossible: at < rows.length - 1 },
  ] as const;

  return (
    <div className="form-row-tools">
      {isOrdered &&
        steps.map(({ by, id, sign, isPossible }) => (
          <button
            key={id}
            type="button"
            className="ds-button"
            data-variant="tertiary"
            // It keeps the focus where it can go no further.
            aria-disabled={!isPossible}
            onClick={() => isPossible && move(row, by)}
            aria-label={formatMessage({ id }, { name })}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => remove(row)}
      >
        {formatMessage({ id: 'rows.remove' })}
        <span className="ds-sr-only">: {name}</span>
      </button>
    </div>
  );
}
