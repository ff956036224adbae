import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { type Ask, type DirectoryQuery, type RecordKind, withFilter } from './directoryQuery.ts';

export const RecordKindSwitch_facets = graphql(`
  fragment RecordKindSwitch_facets on DirectoryFacets {
    only {
      value
      count
    }
  }
`);

const choices: readonly (RecordKind | undefined)[] = [undefined, 'ORGANISATION', 'PERSON'];

/** Alle, virksomheter eller personer. */
export function RecordKindSwitch({
  facets,
  query,
  ask,
}: {
  /** Null where the hits are too many to count: then the numbers of some of them would only mislead. */
  facets: FragmentOf<typeof RecordKindSwitch_facets> | null;
  query: DirectoryQuery;
  ask: Ask;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const counts = readFragment(RecordKindSwitch_facets, facets)?.only;
  const chosen = query.filter.only ?? undefined;

  return (
    <fieldset className="segments">
      <legend className="ds-sr-only">{formatMessage({ id: 'directory.only' })}</legend>
      {choices.map((kind) => {
        const count = kind && counts && (counts.find(({ value }) => value === kind)?.count ?? 0);
        return (
          <label key={kind ?? 'all'}>
            <input
              type="radio"
              name="only"
              checked={chosen === kind}
              onChange={() => ask((now) => withFilter(now, 'only', kind))}
            />
            <span>
              {formatMessage({ id: kind ? `recordKind.${kind}` : 'directory.all' })}{' '}
              {count !== undefined && <span className="segment-count">{formatNumber(count)}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
