import type { FreshnessState } from '#schema/common/FreshnessState.ts';
import { FreshnessState as State } from '#schema/common/FreshnessState.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import { join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Asker } from './lexemes.ts';
import { maskOf } from './maskOf.ts';
import { wasVerified, whenOfState } from './narrow.ts';

export const facetNames = [
  'only',
  'kinds',
  'languages',
  'areas',
  'topics',
  'communities',
  'willingness',
  'freshness',
  'hasPhone',
] as const;
export type FacetName = (typeof facetNames)[number];

/** The column that a facet counts, and whether it holds a list. */
export const facetColumns: Readonly<
  Record<FacetName, { readonly column: string; readonly isList?: true; readonly with?: string }>
> = {
  only: { column: 'record' },
  kinds: { column: 'kind' },
  languages: { column: 'languages', isList: true },
  areas: { column: 'areas', isList: true },
  topics: { column: 'topics', isList: true },
  communities: { column: 'communities', isList: true },
  willingness: { column: 'willingness', isList: true },
  freshness: { column: 'verified_on', with: 'due_months' },
  hasPhone: { column: 'phone_audiences' },
};

const states: readonly FreshnessState[] = [State.FRESH, State.DUE, State.STALE, State.UNKNOWN];

export function facetOf(facet: FacetName, asker: Asker, today: string): Sql {
  const limits = freshnessLimits(today);
  switch (facet) {
    case 'hasPhone':
      return sql`select 'hasPhone', 'true', count(*)::integer, null::json from hit where phone_audiences & ${maskOf(asker)}::integer <> 0`;
    case 'freshness': {
      const named = states.map(
        (state) => sql`when ${wasVerified(whenOfState(state, limits))} then ${raw(`'${state}'`)}`,
      );
      return sql`select 'freshness', case ${join(named, ' ')} end, count(*)::integer, null::json from hit group by 2`;
    }
    default: {
      const { column, isList } = facetColumns[facet];
      const value = raw(isList ? `unnest(${column})` : column);
      return sql`select ${raw(`'${facet}'`)}, value::text, count(*)::integer, null::json
        from (select ${value} as value from hit) as valued where value is not null group by value`;
    }
  }
}
