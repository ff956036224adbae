import { cut, edgeOf, pageInfoOf, sidesOf } from '#server/common/connection.ts';
import { type PageAsked, pageOf } from '#server/common/pageOf.ts';
import type { Tuple } from '#server/common/Reader.ts';
import type { Selection } from '#server/common/Selection.ts';
import { every, join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';

/** A log that is read from its end. */
export interface Log {
  /** What its cursors are bound to. */
  readonly name: string;
  readonly columns: Sql;
  readonly from: Sql;
  readonly where: readonly Sql[];
  /** What it is ordered by, and the type of each: the first columns, and no two rows alike. */
  readonly keys: readonly Sql[];
  readonly types: readonly string[];
}

/**
 * Siste først. A page of a log, the latest first; `nodesOf` makes of its rows what is shown, in their order.
 *
 * A page begins where another ended, at the key of its last row: what is written meanwhile moves nothing.
 */
export async function latestFirst(
  context: Context,
  selection: Selection,
  log: Log,
  asked: PageAsked,
  nodesOf: (tuples: readonly Tuple[]) => Promise<readonly (object | null)[]>,
): Promise<object> {
  const { name, columns, from, where, keys, types } = log;
  const { reader, cursors } = context;
  const page = pageOf(asked);
  const key = join(keys, ', ');
  const beyond = (cursor: string | null, argument: 'after' | 'before', sign: string): Sql[] => {
    if (cursor === null) return [];
    const values = cursors
      .read(name, cursor, argument, keys.length)
      .map((value, place) => sql`${value}::${raw(types[place] as string)}`);
    return [sql`(${key}) ${raw(sign)} (${join(values, ', ')})`];
  };
  const within = [
    ...where,
    ...beyond(page.after, 'after', '<'),
    ...beyond(page.before, 'before', '>'),
  ];
  const direction = raw(page.isBackward ? 'asc' : 'desc');
  const order = join(
    keys.map((it) => sql`${it} ${direction}`),
    ', ',
  );
  const wantsPage = ['nodes', 'edges', 'pageInfo'].some((it) => selection.has(it));
  const [found, total] = await Promise.all([
    wantsPage
      ? reader.rows(
          sql`select ${columns} from ${from} where ${every(within)} order by ${order} limit ${page.size + 1}`,
        )
      : [],
    selection.has('totalCount')
      ? reader.rows<[string]>(sql`select count(*) from ${from} where ${every(where)}`)
      : [],
  ]);
  const all = page.isBackward ? found.toReversed() : found;
  const tuples = cut(all, page);
  const nodes = await nodesOf(tuples);
  const cursorOf = (tuple: Tuple) => cursors.write(name, tuple.slice(0, keys.length));
  const edges = tuples.flatMap((tuple, place) => {
    const node = nodes[place];
    return node ? [edgeOf(tuple, node, cursorOf)] : [];
  });
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: pageInfoOf(tuples, sidesOf(found.length > page.size, page), cursorOf),
    totalCount: Number(total[0]?.[0] ?? 0),
  };
}

/** Days in Oslo, both inclusive. */
export const between = (
  moment: Sql,
  { from, to }: { readonly from?: string | null; readonly to?: string | null },
): Sql[] => [
  ...(from ? [sql`${moment} >= ${from}::date::timestamp at time zone 'Europe/Oslo'`] : []),
  ...(to ? [sql`${moment} < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'`] : []),
];
