import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Readable, ReadModel } from '#server/common/ReadModel.ts';
import type { Mergeable } from './Mergeable.ts';
import { itself, type RowChange } from './rowChanges.ts';

/**
 * Felt for loggen. What the change log tells of one of two records whose rows were changed: its own fields, and which rows came and went.
 *
 * What of an affiliation changed is the person's to tell, not the organisation's: there it is only said which one.
 */
export function mergedFields(
  readModel: ReadModel,
  of: Mergeable,
  { recordId, survivorId }: { readonly recordId: string; readonly survivorId: string },
  changes: readonly RowChange[],
): FieldChange[] {
  const own = readModel.readable(of.type.name);
  return changes.flatMap(({ table, relation, id, before, after }): FieldChange[] => {
    if (relation === itself) {
      return id === recordId ? fieldsOf(own, before ?? {}, after ?? {}) : [];
    }
    const belonging = of.belongings.find((it) => it.relation === relation && it.table === table);
    if (!belonging || relation === 'mergedFrom' || relation.startsWith('decisions')) return [];
    const { column } = belonging;
    const field = `${relation}.id`;
    const [was, is] = [before?.[column], after?.[column]];
    if (!after) return was === recordId ? [{ field, part: id, before: id, after: null }] : [];
    if (!before) return is === recordId ? [{ field, part: id, before: null, after: id }] : [];
    if (column in after) {
      if (was === recordId) return [{ field, part: id, before: id, after: null }];
      return is === recordId ? [{ field, part: id, before: null, after: id }] : [];
    }
    // What only the organisation is told of.
    if (belonging.becomes !== 'moves' || (belonging.person && of.kind !== 'person')) return [];
    const reading = own.readings.get(relation);
    if (reading?.kind !== 'many' || recordId !== survivorId) return [];
    const part = readModel.readable(reading.many.target.name);
    return fieldsOf(part, before, after).map((change) => ({
      ...change,
      field: `${relation}.${change.field}`,
      part: id,
    }));
  });
}

/** Fields that changed, by the names they have in the API. */
function fieldsOf(
  readable: Readable,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const properties = [...readable.readings.values()].flatMap((it) =>
    'property' in it ? it.property : [],
  );
  return [...new Set(properties)].flatMap((property) => {
    const { name } = readable.column(property);
    if (!(name in after)) return [];
    return [{ field: property, before: before[name] ?? null, after: after[name] ?? null }];
  });
}
