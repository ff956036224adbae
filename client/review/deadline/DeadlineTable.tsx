import { useIntl } from 'react-intl';

import type { KnownDeadline } from './DeadlineDialog.tsx';
import { useWhom } from './useWhom.ts';

interface Row extends KnownDeadline {
  readonly id: string;
  readonly organisations: number;
  readonly viewerMayChange: boolean;
}

/** Frister som gjelder, and how many organisations go by each; on a phone each is a card. */
export function DeadlineTable({
  deadlines,
  others,
  onChange,
  onRemove,
}: {
  deadlines: readonly Row[];
  others: number;
  onChange: (deadline: Row) => void;
  onRemove: (deadline: Row) => void;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const whom = useWhom();
  const label = (id: 'trust' | 'kind' | 'months' | 'organisations') =>
    formatMessage({ id: `deadline.${id}` });
  const months = (count: number) => formatMessage({ id: 'deadline.inMonths' }, { months: count });

  return (
    <div className="deadline-table">
      <table>
        <caption className="ds-sr-only">{formatMessage({ id: 'deadline.table' })}</caption>
        <thead>
          <tr>
            {(['trust', 'kind', 'months', 'organisations'] as const).map((id) => (
              <th key={id} scope="col">
                {label(id)}
              </th>
            ))}
            <th scope="col">
              <span className="ds-sr-only">{formatMessage({ id: 'deadline.actions' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map((it) => (
            <tr key={it.id}>
              <td data-label={label('trust')}>
                <bdi>{it.trustName ?? formatMessage({ id: 'deadline.everyTrust' })}</bdi>
              </td>
              <td data-label={label('kind')}>
                {formatMessage({
                  id: it.kind ? `organisationKind.${it.kind}` : 'deadline.everyKind',
                })}
              </td>
              <td data-label={label('months')}>{months(it.months)}</td>
              <td data-label={label('organisations')}>{formatNumber(it.organisations)}</td>
              <td className="deadline-tools">
                {it.viewerMayChange && (
                  <div>
                    {(
                      [
                        ['deadline.change', onChange],
                        ['deadline.remove', onRemove],
                      ] as const
                    ).map(([id, act]) => (
                      <button
                        key={id}
                        type="button"
                        className="ds-button"
                        data-variant="tertiary"
                        onClick={() => act(it)}
                      >
                        {formatMessage({ id })}
                        <span className="ds-sr-only"> {whom(it)}</span>
                      </button>
                    ))}
                  </div>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <td data-label={label('trust')}>{formatMessage({ id: 'deadline.others' })}</td>
            <td data-label={label('kind')}>{formatMessage({ id: 'deadline.everyKind' })}</td>
            <td data-label={label('months')}>{months(24)}</td>
            <td data-label={label('organisations')} colSpan={2}>
              {formatNumber(others)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
