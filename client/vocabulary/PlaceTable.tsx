import { useState } from 'react';
import { useIntl } from 'react-intl';

/** Et sted i tabellen. */
export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly count: number;
  readonly isSelected: boolean;
}

const columns = ['name', 'level', 'count'] as const;
type Column = (typeof columns)[number];

/** How many rows stand there before one asks for all. */
const few = 12;

/** Tabellen ved kartet. The same figures in words; each row turns its place on or off. */
export function PlaceTable({
  rows,
  onToggle,
}: {
  rows: readonly PlaceRow[];
  onToggle: (code: string) => void;
}) {
  const { formatMessage, formatNumber, locale } = useIntl();
  const [sorting, setSorting] = useState<{ column: Column; isFalling: boolean }>({
    column: 'count',
    isFalling: true,
  });
  const [isWhole, setWhole] = useState(false);

  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = rows.toSorted((a, b) => {
    const { column, isFalling } = sorting;
    const order = column === 'count' ? a.count - b.count : compare(a[column], b[column]);
    return (isFalling ? -order : order) || compare(a.name, b.name);
  });
  const shown = isWhole
    ? sorted
    : sorted.filter(({ isSelected }, index) => index < few || isSelected);

  const sortBy = (column: Column) =>
    setSorting((previous) => ({
      column,
      isFalling: previous.column === column ? !previous.isFalling : column === 'count',
    }));

  return (
    <>
      <table className="place-table">
        <caption className="ds-sr-only">{formatMessage({ id: 'map.tableCaption' })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={
                  sorting.column !== column
                    ? undefined
                    : sorting.isFalling
                      ? 'descending'
                      : 'ascending'
                }
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {formatMessage({ id: `map.column.${column}` })}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ code, name, level, count, isSelected }) => (
            <tr key={code} data-selected={isSelected}>
              <th scope="row">
                <button type="button" aria-pressed={isSelected} onClick={() => onToggle(code)}>
                  {name}
                </button>
              </th>
              <td>{level}</td>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => setWhole(true)}
        >
          {formatMessage({ id: 'map.showAll' }, { count: rows.length })}
        </button>
      )}
    </>
  );
}
