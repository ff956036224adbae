import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { roundRequestsPath } from '#client/paths.ts';
import { type RoundDimension, roundDimensions, unknownKey } from './roundDimensions.ts';
import {
  type Figures,
  figuresOf,
  type RoundState,
  roundStates,
  roundStates_figures,
  stateName,
} from './roundStates.ts';
import { StateBar } from './StateBar.tsx';

export const ProgressTable_progress = graphql(
  `
    fragment ProgressTable_progress on RoundProgress {
      total {
        ...roundStates_figures
      }
      rows {
        key
        name
        figures {
          ...roundStates_figures
        }
      }
    }
  `,
  [roundStates_figures],
);

/** Tallene. Row by row and state by state, each with those behind it; a state that nobody is in has no column. */
export function ProgressTable({
  id,
  by,
  progress,
}: {
  id: string;
  by: RoundDimension;
  progress: FragmentOf<typeof ProgressTable_progress>;
}) {
  const { formatMessage } = useIntl();
  const { total, rows } = readFragment(ProgressTable_progress, progress);
  const all = figuresOf(total);
  const columns = roundStates.filter((state) => all[state] > 0);
  if (!rows.length) return <p className="quiet">{formatMessage({ id: 'round.nobody' })}</p>;

  return (
    <div
      className="wide-table"
      role="region"
      aria-label={formatMessage({ id: `round.by.${by}` })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What is wider than a phone is moved by the keyboard, too.
      tabIndex={0}
    >
      <table className="progress-table">
        <caption className="ds-sr-only">{formatMessage({ id: 'round.tableCaption' })}</caption>
        <thead>
          <tr>
            <th scope="col">{formatMessage({ id: `round.by.${by}` })}</th>
            <th scope="col">
              <span className="ds-sr-only">{formatMessage({ id: 'round.picture' })}</span>
            </th>
            <th scope="col" className="is-number">
              {formatMessage({ id: 'round.total' })}
            </th>
            {columns.map((state) => (
              <th key={state} scope="col" className="is-number">
                {formatMessage({ id: `round.state.${state}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <Row
              key={key ?? ''}
              name={name ?? formatMessage({ id: `round.unknown.${by}` })}
              figures={figuresOf(figures)}
              columns={columns}
              address={(state) =>
                roundRequestsPath(id, {
                  [roundDimensions[by]]: key ?? unknownKey,
                  ...(state && { tilstand: stateName(state) }),
                })
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  figures,
  columns,
  address,
}: {
  name: string;
  figures: Figures;
  columns: readonly RoundState[];
  address: (state: RoundState | null) => string;
}) {
  const { formatMessage, formatNumber } = useIntl();
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <StateBar figures={figures} isThin />
      </td>
      <td className="is-number" data-label={formatMessage({ id: 'round.total' })}>
        <Link
          href={address(null)}
          aria-label={formatMessage({ id: 'round.allOf' }, { name, count: figures.total })}
        >
          {formatNumber(figures.total)}
        </Link>
      </td>
      {columns.map((state) => (
        <td
          key={state}
          className="is-number"
          data-label={formatMessage({ id: `round.state.${state}` })}
        >
          {figures[state] > 0 ? (
            <Link
              href={address(state)}
              aria-label={formatMessage(
                { id: 'round.stateOf' },
                {
                  name,
                  count: figures[state],
                  state: formatMessage({ id: `round.state.${state}` }),
                },
              )}
            >
              {formatNumber(figures[state])}
            </Link>
          ) : (
            <span className="quiet">0</span>
          )}
        </td>
      ))}
    </tr>
  );
}
