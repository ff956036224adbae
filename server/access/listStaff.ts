import type { PageAsked } from '#server/common/pageOf.ts';
import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { pageOfTable } from './pageOfTable.ts';
import {
  type StaffUserAnswer,
  staffUserAnswer,
  staffUserColumns,
  type StaffUserRow,
} from './StaffUserAnswer.ts';

/** Brukerne. By name; each word of the text is somewhere in their name or address. */
export const listStaff = (context: Context, text: string | null, page: PageAsked) =>
  pageOfTable(
    context,
    {
      list: 'staffUsers',
      columns: staffUserColumns(context),
      from: sql`staff_user u`,
      where: sql`not exists (
        select from unnest(${words(text)}::text[]) word
        where position(word in lower(u.name || ' ' || coalesce(u.email, ''))) = 0
      )`,
      id: sql`u.id`,
      sortedBy: sql`u.name`,
    },
    page,
    (row: StaffUserRow & { sortedBy: string }) => staffUserAnswer(row, context.viewer),
  );

const words = (text: string | null): string[] =>
  text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];

/** One of them, who is there. */
export async function staffUserCalled(
  context: Pick<Context, 'database' | 'viewer' | 'locale'>,
  id: string,
): Promise<StaffUserAnswer> {
  const { database, viewer } = context;
  const { rows } = await database.pool.query<StaffUserRow>(
    render(sql`select ${staffUserColumns(context)} from staff_user u where u.id = ${id}::uuid`),
  );
  return staffUserAnswer(rows[0] as StaffUserRow, viewer);
}
