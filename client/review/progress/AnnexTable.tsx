import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const AnnexTable_annex = graphql(`
  fragment AnnexTable_annex on RoundAnnex {
    totalCount
    rows {
      organisationId
      name
      kind
      number
      place
      languages
      verifiedOn
      verifiedBy
      state
      gaps
    }
  }
`);

/** Oversikten: organisations alone, with what is known of each and what is missing. */
export function AnnexTable({ annex }: { annex: FragmentOf<typeof AnnexTable_annex> }) {
  const { formatMessage, formatDate, formatList } = useIntl();
  const { rows, totalCount } = readFragment(AnnexTable_annex, annex);
  const whole = rows.filter(({ gaps }) => gaps.length === 0).length;
  if (!rows.length) return <p role="status">{formatMessage({ id: 'annex.nobody' })}</p>;

  return (
    <>
      <p>{formatMessage({ id: 'annex.count' }, { count: totalCount, whole })}</p>
      {totalCount > rows.length && (
        <p className="ds-alert" data-color="warning">
          {formatMessage({ id: 'annex.tooMany' }, { count: rows.length })}
        </p>
      )}
      <div
        className="wide-table"
        role="region"
        aria-label={formatMessage({ id: 'annex.title' })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What is wider than a phone is moved by the keyboard, too.
        tabIndex={0}
      >
        <table className="annex-table">
          <caption className="ds-sr-only">{formatMessage({ id: 'annex.title' })}</caption>
          <thead>
            <tr>
              {(['name', 'kind', 'place', 'languages', 'verified', 'gaps'] as const).map((it) => (
                <th key={it} scope="col">
                  {formatMessage({ id: `annex.${it}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ organisationId, name, kind, number, place, languages, ...row }) => (
              <tr key={organisationId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  {number && <div className="quiet">{number}</div>}
                </th>
                <td data-label={formatMessage({ id: 'annex.kind' })}>
                  {formatMessage({ id: `organisationKind.${kind}` })}
                </td>
                <td data-label={formatMessage({ id: 'annex.place' })}>{place ?? '–'}</td>
                <td data-label={formatMessage({ id: 'annex.languages' })}>
                  {languages.join(', ') || '–'}
                </td>
                <td data-label={formatMessage({ id: 'annex.verified' })}>
                  {row.verifiedOn && row.verifiedBy
                    ? `${formatDate(row.verifiedOn, { dateStyle: 'medium', timeZone: 'UTC' })}, ${formatMessage({ id: `annex.by.${row.verifiedBy}` })}`
                    : formatMessage({ id: 'annex.never' })}
                </td>
                <td data-label={formatMessage({ id: 'annex.gaps' })}>
                  {row.gaps.length
                    ? formatList(row.gaps.map((gap) => formatMessage({ id: `annex.gap.${gap}` })))
                    : formatMessage({ id: 'annex.whole' })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
