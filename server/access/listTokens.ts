import type { PageAsked } from '#server/common/pageOf.ts';
import { raw, render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { type ApiTokenAnswer, apiTokenColumns, apiTokenTable, isLive } from './ApiTokenAnswer.ts';
import { pageOfTable } from './pageOfTable.ts';

/** Nøklene. Those that let somebody in, then those that no longer do, each by what they are for. */
export const listTokens = (context: Context, page: PageAsked) =>
  pageOfTable(
    context,
    {
      list: 'apiTokens',
      columns: apiTokenColumns(context),
      from: apiTokenTable,
      where: raw('true'),
      id: sql`t.id`,
      sortedBy: sql`(case when ${isLive(context.now)} then '0 ' else '1 ' end || t.label)`,
    },
    page,
    (row: ApiTokenAnswer & { sortedBy: string }): ApiTokenAnswer => row,
  );

/** One of them, which is there. */
export async function tokenCalled(
  context: Pick<Context, 'database' | 'locale' | 'now'>,
  id: string,
): Promise<ApiTokenAnswer> {
  const { rows } = await context.database.pool.query<ApiTokenAnswer>(
    render(sql`select ${apiTokenColumns(context)} from ${apiTokenTable} where t.id = ${id}::uuid`),
  );
  return rows[0] as ApiTokenAnswer;
}
