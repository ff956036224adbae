import { Organisation } from '#schema/organisation/Organisation.ts';
import type { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { may } from '#server/access/ensure.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';
import { fieldGroups } from './fieldGroups.ts';
import { judgeGroups, knownOfGroups } from './knownOfGroups.ts';

/**
 * Aktualitet per gruppe. What is known of each group of facts of an organisation, in the order in which they are asked about.
 *
 * Throws NOT_FOUND.
 */
export async function readGroups(context: Context, id: string): Promise<GroupFreshness[]> {
  const { reader, readModel, viewer, today } = context;
  const finding = statementOf(
    readModel,
    readGroups,
    () => sql`select o.served_areas, o.seat_number, o.due_months, ${knownOfGroups('organisation', 'o')}
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [servedAreas, seat, dueMonths, verifications, points] = found as [
    string,
    string | null,
    string,
    string,
    string,
  ];
  const mayTakeBack = may(mayCorrect, viewer, {
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
  });
  return judgeGroups(
    fieldGroups,
    { verifications, points },
    { today, mayTakeBack, dueMonths: Number(dueMonths) },
  );
}
