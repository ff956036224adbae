import { Person } from '#schema/person/Person.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import type { Scoped } from './personRules.ts';
import { inScope } from './personScope.ts';

/** Finds out of a person whether they belong to the viewer's scope. Throws NOT_FOUND for whom the viewer does not see. */
export async function findInScope(context: Context, personId: string): Promise<Scoped> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findInScope,
    () => sql`select ${inScope.whether('p')}::text from person p
      where p.id = ${given('id')} and ${readModel.readable(Person.name).rule('p')}`,
  );
  const [found] = isUuid(personId)
    ? await reader.rawRows(finding, { context, args: { id: personId } })
    : [];
  if (!found) throw new NotFound(Person.name);
  return { inScope: found[0] === 'true' };
}
