import type { GraphQLResolveInfo } from 'graphql';

import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import type { Context } from '#server/context.ts';
import { listChanges } from '#server/person/history/listChanges.ts';
import { NotFound } from '#server/problems.ts';
import { findBoth } from './findBoth.ts';
import { mergeableOf } from './Mergeable.ts';

/**
 * Historikken til den som ble slått sammen. What was changed of a record before it became one with another; for whoever sees that other.
 *
 * Throws NOT_FOUND.
 */
export async function mergedHistory(
  context: Context,
  info: GraphQLResolveInfo,
  { recordId, ...page }: PageAsked & { readonly recordId: string },
): Promise<object> {
  const { rows } = isUuid(recordId)
    ? await context.reader.query<{ kind: RecordKind; into: string }>(
        `select m.record_kind as kind, coalesce(o.merged_into, p.merged_into) as into
         from merge m left join organisation o on o.id = m.loser_id left join person p on p.id = m.loser_id
         where m.loser_id = $1 and m.undone_at is null`,
        [recordId],
      )
    : { rows: [] };
  const [merge] = rows;
  if (!merge?.into) throw new NotFound('Merge');
  await findBoth(context, mergeableOf(merge.kind), [merge.into, merge.into]);
  return listChanges(context, info, { ...page, filter: { record: recordId } });
}
