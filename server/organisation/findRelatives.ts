import { Organisation } from '#schema/organisation/Organisation.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import type { Suggestion } from '#server/problems.ts';

interface Relatives {
  /** Who has the number already. */
  readonly holder: Suggestion | null;
  /** The body that is to be above; null where there is none that the viewer sees. */
  readonly parent: { readonly isWithin: boolean } | null;
}

/** Looks up who has a number, and whether the body that is to be above an organisation lies within it. */
export async function findRelatives(
  context: Context,
  id: string,
  number: string | null,
  parent: string | null,
): Promise<Relatives> {
  const { reader, readModel } = context;
  const { rule } = readModel.readable(Organisation.name);
  const finding = statementOf(
    readModel,
    findRelatives,
    () => sql`with recursive above as (
        select p.id, p.parent_id from organisation p where p.id = ${given('parent')}::uuid and ${rule('p')}
        union
        select o.id, o.parent_id from above join organisation o on o.id = above.parent_id
      )
      select (select h.id from organisation h where h.number = ${given('number')} and h.id <> ${given('id')}::uuid),
        (select h.name from organisation h where h.number = ${given('number')} and h.id <> ${given('id')}::uuid),
        exists (select from above where id = ${given('parent')}::uuid)::text,
        exists (select from above where id = ${given('id')}::uuid)::text`,
  );
  const args = { id, number, parent: parent !== null && isUuid(parent) ? parent : null };
  const [found] = await reader.rawRows(finding, { context, args });
  const [holderId, holderName, isThere, isWithin] = found ?? [];
  return {
    holder: holderId && holderName ? { value: holderId, name: holderName } : null,
    parent: isThere === 'true' ? { isWithin: isWithin === 'true' } : null,
  };
}
