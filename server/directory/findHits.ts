import { join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { type Choice, type Cut, firstOf, type Limits, MOST_HITS, unlessBroad } from './breadth.ts';
import { facetColumns, facetOf } from './facetOf.ts';
import { hitOf, labelsOf } from './hitOf.ts';
import { type HitPage, type Hits, noHits, type Wanted } from './Hits.ts';
import type { Asker } from './lexemes.ts';
import { orderOf, orderTypes } from './orderOf.ts';
import type { Query } from './Query.ts';

/** Finds the hits: in memory where all that is asked of stands there, else in the database. */
export const findHits = async (query: Query, wanted: Wanted, context: Context): Promise<Hits> =>
  (await context.directoryIndex?.find(query, wanted, context)) ??
  findInDatabase(query, wanted, context);

/**
 * Finds the hits: their page, their number and their facets in one statement, of which only what is wanted is computed. A question that is
 * too broad takes one more.
 */
export async function findInDatabase(
  query: Query,
  wanted: Wanted,
  context: Context,
): Promise<Hits> {
  const limits: Limits = { most: wanted.most ?? MOST_HITS, context };
  const narrow = await read(query, wanted, context, unlessBroad(query, limits));
  if (!narrow.cut) return narrow;
  return {
    ...(await read(query, wanted, context, firstOf(query, narrow.cut, limits))),
    isCapped: true,
  };
}

async function read(
  query: Query,
  wanted: Wanted,
  { reader, today }: Context,
  choice: Choice,
): Promise<Hits & { readonly cut: Cut | null }> {
  const columns: Sql[] = [raw('id')];
  const parts: Sql[] = [];
  if (wanted.page) {
    columns.push(
      ...orderOf(query, today).map((column, place) => sql`${column} as ${raw(`o${place}`)}`),
    );
    parts.push(pageOf(wanted.page, wanted.hasWhy, query.asker));
  }
  if (wanted.hasTotal)
    parts.push(raw(`select 'total', null, count(*)::integer, null::json from hit`));
  for (const facet of wanted.facets) {
    const { column, with: beside } = facetColumns[facet];
    columns.push(raw(column), ...(beside ? [raw(beside)] : []));
    parts.push(facetOf(facet, query.asker, today));
  }
  if (!parts.length) return { ...noHits, cut: null };

  const rows = await reader.rows<[string, string | null, number, unknown[] | null]>(
    sql`with ${choice.hits(columns, raw(wanted.page ? 'o0, standing' : 'standing'))}
      ${join(
        [...parts, ...choice.told].map((part) => sql`(${part})`),
        ' union all ',
      )}`,
  );
  const of = (what: string) => rows.filter(([kind]) => kind === what);
  const [cut] = of('cut');
  return {
    found: of('hit')
      .sort((one, other) => one[2] - other[2])
      .map(([, id, , detail]) => hitOf(String(id), detail ?? [])),
    total: of('total')[0]?.[2] ?? 0,
    isCapped: false,
    facets: new Map(
      wanted.facets.map((facet) => [
        facet,
        of(facet).map(([, value, count]) => ({ value: String(value), count })),
      ]),
    ),
    cut: cut ? { isBegun: cut[3]?.[0] === 1, standing: cut[2] } : null,
  };
}

function pageOf({ size, isBackward, after, before }: HitPage, hasWhy: boolean, asker: Asker): Sql {
  const places = orderTypes.map((_, place) => raw(`o${place}`));
  const beyond = (key: readonly unknown[] | null, sign: '<' | '>') =>
    key
      ? sql`(${join(places, ', ')}) ${raw(sign)} (${join(
          orderTypes.map((type, place) => sql`${key[place]}::${raw(type)}`),
          ', ',
        )})`
      : raw('true');
  const ends = sql`${beyond(after, '>')} and ${beyond(before, '<')}`;
  const counted = isBackward ? places.map((place) => sql`${place} desc`) : places;
  // The labels are read for the page alone, not carried along for every hit.
  return sql`select 'hit', id::text, (row_number() over (order by ${join(places, ', ')}))::integer,
      json_build_array(record, verified_on::text, verified_by, due_months, ${join(places, ', ')}${hasWhy ? sql`, ${labelsOf(asker)}` : raw('')})
    from (select id, ${join(places, ', ')} from hit where ${ends} order by ${join(counted, ', ')} limit ${size + 1}::integer) as page
    join directory_entry using (id)`;
}
