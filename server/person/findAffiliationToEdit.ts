import { Affiliation } from '#schema/person/Affiliation.ts';
import type { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { organisationInScope } from './affiliationScope.ts';
import type { Scoped } from './personRules.ts';

/** An affiliation as its row has it. */
export interface KnownAffiliation {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: AffiliationRole;
  readonly title: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly isPrimary: boolean;
}

/** An affiliation, and whether its organisation belongs to the viewer's scope. Throws NOT_FOUND. */
export async function findAffiliationToEdit(
  context: Context,
  id: string,
): Promise<KnownAffiliation & Scoped> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findAffiliationToEdit,
    () => sql`select json_build_object('id', a.id, 'version', a.version, 'personId', a.person_id, 'organisationId', a.organisation_id,
        'role', a.role, 'title', a.title, 'since', a.since, 'until', a.until, 'isPrimary', a.is_primary,
        'inScope', ${organisationInScope.whether('a')})
      from affiliation a where a.id = ${given('id')} and ${readModel.readable(Affiliation.name).rule('a')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Affiliation.name);
  return JSON.parse(found[0] as string) as KnownAffiliation & Scoped;
}
