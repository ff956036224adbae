import { Audience } from '#schema/directory/audience/Audience.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { hasTrust, isOrphan } from './audienceReads.ts';
import type { Owned } from './audienceRules.ts';
import type { KeptSearch } from './audienceWords.ts';

/** A saved search as its row says. */
export interface FoundAudience extends KeptSearch, Owned {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isArchived: boolean;
}

/** Those of these saved searches that the viewer sees. */
export async function findAudiences(
  context: Context,
  ids: readonly string[],
): Promise<FoundAudience[]> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findAudiences,
    () => sql`select json_build_object('id', a.id, 'version', a.version, 'name', a.name, 'ownerId', a.owner_id,
        'isShared', a.is_shared, 'isArchived', a.archived_at is not null, 'text', a.text, 'keptFilter', a.filter,
        'trustName', a.trust_name, 'hasTrust', ${hasTrust.whether('a')}, 'isOrphan', ${isOrphan.whether('a')})
      from audience as a where a.id = any(${given('ids')}::uuid[]) and ${readModel.readable(Audience.name).rule('a')}`,
  );
  const rows = await reader.rawRows(finding, { context, args: { ids: ids.filter(isUuid) } });
  return rows.map(([row]) => JSON.parse(String(row)) as FoundAudience);
}

/** One of them. Throws NOT_FOUND where there is none, or none that the viewer may know of. */
export async function findAudience(context: Context, id: string): Promise<FoundAudience> {
  const [found] = await findAudiences(context, [id]);
  if (!found) throw new NotFound(Audience.name);
  return found;
}
