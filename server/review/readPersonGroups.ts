import { Person } from '#schema/person/Person.ts';
import type { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { may } from '#server/access/ensure.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { mayEdit } from '#server/person/personRules.ts';
import { inScope } from '#server/person/personScope.ts';
import { NotFound } from '#server/problems.ts';
import { personGroups } from './fieldGroups.ts';
import { judgeGroups, knownOfGroups } from './knownOfGroups.ts';

/**
 * Aktualitet per gruppe, for en person. As of an organisation; nothing of how anybody is reached is told, so it is no read of that.
 *
 * Throws NOT_FOUND.
 */
export async function readPersonGroups(context: Context, id: string): Promise<GroupFreshness[]> {
  const { reader, readModel, viewer, today } = context;
  const finding = statementOf(
    readModel,
    readPersonGroups,
    () => sql`select ${inScope.whether('p')}::text, ${knownOfGroups('person', 'p')}
      from person p where p.id = ${given('id')} and ${readModel.readable(Person.name).rule('p')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Person.name);
  const [isInScope, verifications, points] = found as [string, string, string];
  const mayTakeBack = may(mayEdit, viewer, { inScope: isInScope === 'true' });
  return judgeGroups(personGroups, { verifications, points }, { today, mayTakeBack });
}
