import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useQuery } from 'urql';

import { useAsked } from '#client/access/useAsked.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { ImportRowItem, ImportRowItem_row } from './ImportRowItem.tsx';

export const ImportRows_import = graphql(`
  fragment ImportRows_import on Import {
    id
    version
    state
    counts {
      added
      changed
      left
      refused
      excluded
      remarked
    }
    columns {
      column
      heading
      field
    }
  }
`);

export const ImportRows_query = graphql(
  `
    query ImportRows($id: ID!, $outcome: ImportOutcome, $isRemarked: Boolean, $after: Int) {
      importRows(
        importId: $id
        outcome: $outcome
        isRemarked: $isRemarked
        after: $after
        first: 50
      ) {
        place
        ...ImportRowItem_row
      }
    }
  `,
  [ImportRowItem_row],
);

const views = ['REFUSED', 'remarked', 'ADDED', 'CHANGED', 'LEFT', 'EXCLUDED', 'all'] as const;
type View = (typeof views)[number];
const size = 50;
const context = { additionalTypenames: ['ImportRow'] };

/** Rader. What each does, by what it does; fifty at a time, however many there are. */
export function ImportRows({ it }: { it: FragmentOf<typeof ImportRows_import> }) {
  const { formatMessage } = useIntl();
  const { id, version, state, counts, columns } = readFragment(ImportRows_import, it);
  const { added, changed, left, refused, excluded, remarked } = counts;
  const numbers: Readonly<Record<View, number>> = {
    REFUSED: refused,
    remarked,
    ADDED: added,
    CHANGED: changed,
    LEFT: left,
    EXCLUDED: excluded,
    all: added + changed + left + refused + excluded,
  };
  const [asked, ask] = useAsked('vis');
  const view = views.find((name) => name === asked) ?? 'all';
  const [told, tell] = useState('');

  return (
    <Section id="rader" title={formatMessage({ id: 'import.rows' })}>
      <fieldset className="import-views">
        <legend className="ds-sr-only">{formatMessage({ id: 'import.show' })}</legend>
        {views.map((name) => (
          <label key={name} className="choice">
            <input
              type="radio"
              className="ds-input"
              name="vis"
              value={name}
              checked={view === name}
              onChange={() => ask(name)}
            />
            <span className="choice-label">
              {formatMessage({ id: `import.filter.${name}` }, { count: numbers[name] })}
            </span>
          </label>
        ))}
      </fieldset>
      {state === 'READY' && refused + remarked > 0 && (
        <p className="quiet">{formatMessage({ id: 'import.everywhere' })}</p>
      )}
      <Announcement text={told} />
      <Rows
        key={`${view} ${version}`}
        id={id}
        view={view}
        columns={columns}
        canMend={state === 'READY'}
        onMended={(count) => tell(formatMessage({ id: 'import.mended' }, { count }))}
      />
    </Section>
  );
}

/** The first rows are asked for anew whenever something is mended; what is beyond is fetched as one asks, and stays. */
function Rows({
  id,
  view,
  columns,
  canMend,
  onMended,
}: {
  id: string;
  view: View;
  columns: readonly { column: number; heading: string; field: string }[];
  canMend: boolean;
  onMended: (count: number) => void;
}) {
  const { formatMessage } = useIntl();
  const client = useClient();
  const variables = {
    id,
    outcome: view === 'all' || view === 'remarked' ? null : view,
    isRemarked: view === 'remarked',
    after: null as number | null,
  };
  const [result] = useQuery({ query: ImportRows_query, variables, context });
  type Listed = NonNullable<typeof result.data>['importRows'];
  const [more, setMore] = useState<Listed>([]);
  const [isWaiting, setWaiting] = useState(false);

  async function fetchMore(after: number) {
    setWaiting(true);
    const { data } = await client
      .query(ImportRows_query, { ...variables, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (data) setMore([...more, ...data.importRows]);
    setWaiting(false);
  }

  return (
    <Loaded result={result}>
      {({ importRows }) => {
        const known = new Map([...more, ...importRows].map((row) => [row.place, row]));
        const rows = [...known.values()].sort((one, other) => one.place - other.place);
        const last = rows.at(-1);
        if (!last) {
          return (
            <EmptyState title={formatMessage({ id: 'import.noRows' })}>
              <p>{formatMessage({ id: 'import.noRowsWhy' })}</p>
            </EmptyState>
          );
        }
        return (
          <>
            <ol className="import-rows">
              {rows.map((row) => (
                <ImportRowItem
                  key={row.place}
                  importId={id}
                  row={row}
                  columns={columns}
                  canMend={canMend}
                  onMended={(mended) => {
                    // Beyond the first rows nothing is asked for anew: they are what the mending gave.
                    const now = new Map(mended.map((it) => [it.place, it]));
                    setMore((all) => all.map((it) => now.get(it.place) ?? it));
                    onMended(mended.length);
                  }}
                />
              ))}
            </ol>
            {rows.length % size === 0 && (
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                disabled={isWaiting}
                onClick={() => void fetchMore(last.place)}
              >
                {formatMessage({ id: 'import.moreRows' })}
              </button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
