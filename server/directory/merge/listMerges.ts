import type { Merge } from '#schema/directory/merge/Merge.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { may } from '#server/access/ensure.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { findBoth, type Both } from './findBoth.ts';
import { mergeableOf } from './Mergeable.ts';
import { mayMerge } from './mergeRules.ts';

/** Sammenslåinger. What has become one with a record, the latest first; of what was forgotten, not what it was called. */
export async function listMerges(context: Context, recordId: string): Promise<Merge[]> {
  if (!isUuid(recordId)) return [];
  const { rows } = await context.reader.query<Omit<Merge, 'viewerMay'> & { kind: RecordKind }>(
    `select m.id, m.record_kind as kind, m.survivor_id as "survivorId", m.loser_id as "loserId",
       coalesce(o.name, nullif(trim(p.given_name || ' ' || p.family_name), '')) as "loserName",
       coalesce(u.name, t.label) as by, m.merged_at as at, m.reason, m.undone_at as "undoneAt"
     from merge m
     left join organisation o on o.id = m.loser_id
     left join person p on p.id = m.loser_id
     left join staff_user u on u.id = m.merged_by
     left join api_token t on t.id = m.merged_by
     where m.survivor_id = $1 order by m.merged_at desc, m.id`,
    [recordId],
  );
  const [first] = rows;
  const both = first && (await seen(context, first.kind, recordId));
  if (!both) return [];
  return rows.map(({ kind: _kind, ...merge }) => ({
    ...merge,
    viewerMay: { unmerge: !merge.undoneAt && may(mayMerge, context.viewer, both) },
  }));
}

/** Null where it is none that the viewer may see. */
async function seen(context: Context, kind: RecordKind, id: string): Promise<Both | null> {
  try {
    return await findBoth(context, mergeableOf(kind), [id, id]);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
