import type { BulkEdit } from '#schema/directory/bulk/BulkEdit.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { vocabularyOf } from './bulkFields.ts';

type Kept = Pick<BulkEdit, 'id' | 'action' | 'state' | 'chosen' | 'toChange' | 'done' | 'changed'> &
  Pick<BulkEdit, 'refusals' | 'leftCount' | 'left'> & { readonly value: string | null };

/** A bulk edit of the viewer’s own; null where there is none. */
export async function findBulkEdit(context: Context, id: string): Promise<BulkEdit | null> {
  if (!isUuid(id)) return null;
  const { reader, viewer, vocabulary, locale } = context;
  const [row] = await reader.rows<[Kept]>(
    sql`select json_build_object('id', b.id, 'action', b.action, 'value', b.value, 'state', b.state, 'chosen', b.chosen,
        'toChange', cardinality(b.ids), 'refusals', b.refusals, 'done', b.done, 'changed', b.changed,
        'leftCount', cardinality(b.left_ids), 'left', (
          select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]')
          from organisation as o where o.id = any(b.left_ids[1:50])
        ))
      from bulk_edit as b where b.id = ${id}::uuid and b.by_id = ${viewer?.id ?? null}::uuid`,
  );
  if (!row) return null;
  const [{ value, ...edit }] = row;
  const of = vocabularyOf(edit.action);
  const label = of && value ? (vocabulary.byCode(of, value, locale)?.name ?? value) : null;
  return { ...edit, label };
}
