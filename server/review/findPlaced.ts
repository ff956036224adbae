import { Organisation } from '#schema/organisation/Organisation.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import type { Placed } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';

/** Where an organisation belongs, if the viewer may see it. Throws NOT_FOUND. */
export async function findPlaced(context: Context, id: string): Promise<Placed> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findPlaced,
    () => sql`select o.served_areas, o.seat_number from organisation o
      where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [servedAreas, seat] = found as [string, string | null];
  return {
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
  };
}
