import { RecordKind } from '#schema/directory/RecordKind.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, name, sql } from '#server/common/sql.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { statementOf } from '#server/common/Statement.ts';
import { touches } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { placesOf } from '#server/organisation/organisationRules.ts';
import { inScope } from '#server/person/personScope.ts';
import { NotFound } from '#server/problems.ts';
import type { Mergeable } from './Mergeable.ts';
import type { BothPlaced } from './mergeRules.ts';

/** Two records as somebody sees them. */
export interface Both extends BothPlaced {
  readonly versions: Readonly<Record<string, number>>;
}

/** Finner begge. Throws NOT_FOUND where one of them is none that the viewer may see; one that is merged already is none. */
export async function findBoth(
  context: Context,
  { kind, type }: Mergeable,
  ids: readonly [string, string],
): Promise<Both> {
  const { reader, readModel, viewer } = context;
  const finding = statementOf(readModel, `both of ${kind}`, () => {
    const { rule, table } = readModel.readable(type.name);
    const placed =
      kind === RecordKind.PERSON
        ? sql`${inScope.whether('r')}::text, null`
        : sql`r.served_areas, r.seat_number`;
    return sql`select r.id, r.version, ${placed} from ${name(table)} as r
      where r.id = any(${given('ids')}::uuid[]) and ${rule('r')}`;
  });
  const known = ids.every(isUuid) ? await reader.rawRows(finding, { context, args: { ids } }) : [];
  if (known.length !== new Set(ids.map((id) => id.toLowerCase())).size) {
    throw new NotFound(type.name);
  }
  const isPlaced = ([, , one, other]: (typeof known)[number]): boolean =>
    kind === RecordKind.PERSON
      ? one === 'true'
      : touches(
          viewer?.scope ?? null,
          placesOf({
            servedAreas: numbersOf(one ?? '{}'),
            seat: other === null || other === undefined ? null : Number(other),
          }),
        );
  return {
    areInScope: known.every(isPlaced),
    versions: Object.fromEntries(known.map(([id, version]) => [id, Number(version)])),
  };
}
