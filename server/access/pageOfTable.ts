import { cut, edgeOf, pageInfoOf, sidesOf } from '#server/common/connection.ts';
import { pageOf, type PageAsked } from '#server/common/pageOf.ts';
import { every, raw, render, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';

/** A row with what it is sorted by. */
interface Listed {
  readonly id: string;
  readonly sortedBy: string;
}

/** A small table, and how it is listed. */
export interface Listing {
  /** The name of the list, for its cursors. */
  readonly list: string;
  readonly columns: Sql;
  readonly from: Sql;
  readonly where: Sql;
  readonly id: Sql;
  /** A text. Equals stand by identifier. */
  readonly sortedBy: Sql;
}

/** A page of a list that no plan knows of: what looks after access, not what is looked up in the register. */
export async function pageOfTable<Row extends Listed, Node>(
  { database, cursors }: Pick<Context, 'database' | 'cursors'>,
  { list, columns, from, where, id, sortedBy }: Listing,
  asked: PageAsked,
  nodeOf: (row: Row) => Node,
) {
  const page = pageOf(asked);
  const beyond = (argument: 'after' | 'before', than: Sql) => {
    const cursor = page[argument];
    if (cursor === null) return raw('true');
    const [key, last] = cursors.read(list, cursor, argument, 2);
    return sql`(${sortedBy}, ${id}) ${than} (${key}::text, ${last}::uuid)`;
  };
  const within = every([where, beyond('after', raw('>')), beyond('before', raw('<'))]);
  const direction = page.isBackward ? raw('desc') : raw('asc');
  const rowsOf = async <Result extends object>(piece: Sql) =>
    (await database.pool.query<Result>(render(piece))).rows;

  const [found, [counted]] = await Promise.all([
    rowsOf<Row>(sql`select ${columns}, ${id} as id, ${sortedBy} as "sortedBy" from ${from} where ${within}
      order by ${sortedBy} ${direction}, ${id} ${direction} limit ${page.size + 1}::int`),
    rowsOf<{ total: number }>(sql`select count(*)::int as total from ${from} where ${where}`),
  ]);
  const inOrder = page.isBackward ? found.toReversed() : found;
  const shown = cut(inOrder, page);
  const cursorOf = (row: Row) => cursors.write(list, [row.sortedBy, row.id]);
  const edges = shown.map((row) => edgeOf(row, nodeOf(row), cursorOf));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: pageInfoOf(shown, sidesOf(found.length > page.size, page), cursorOf),
    totalCount: counted?.total ?? 0,
  };
}
