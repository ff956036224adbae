import type { GraphQLResolveInfo } from 'graphql';

import type { Batch } from '#schema/access/Batch.ts';
import { BatchKind } from '#schema/access/BatchKind.ts';
import { BatchState } from '#schema/access/BatchState.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import type { Tuple } from '#server/common/Reader.ts';
import { Selection } from '#server/common/Selection.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { latestFirst } from '#server/person/history/latestFirst.ts';

const columns =
  raw(`b.at, b.id, b.kind, b.state, b.via, b.reason, b.made, b.changed, b.removed, b.undone_at, b.undone_reason, b.kept,
  s.id, s.name, s.role, u.id, u.name, u.role`);

const from = raw(`batch as b
  left join staff_user as s on s.id = b.by_id and b.via = 'session'
  left join staff_user as u on u.id = b.undone_by_id`);

/** Partier. What was done to many at once, the latest first. */
export const listBatches = (
  context: Context,
  info: GraphQLResolveInfo,
  { kind, ...page }: PageAsked & { readonly kind?: BatchKind | null },
): Promise<object> =>
  latestFirst(
    context,
    Selection.of(info),
    {
      name: `batches ${kind ?? ''}`,
      columns,
      from,
      keys: [raw('b.at'), raw('b.id')],
      types: ['timestamptz', 'uuid'],
      where: kind ? [sql`b.kind = ${kind}`] : [],
    },
    page,
    async (tuples) => tuples.map((tuple) => batchOf(tuple, context)),
  );

/** One of them; null where there is none. */
export async function batchCalled(context: Context, id: string): Promise<Batch | null> {
  if (!isUuid(id)) return null;
  const [tuple] = await context.reader.rows(
    sql`select ${columns} from ${from} where b.id = ${id}::uuid`,
  );
  return tuple ? batchOf(tuple, context) : null;
}

type Listed = [
  at: string,
  id: string,
  kind: Batch['kind'],
  state: Batch['state'],
  via: Batch['via'],
  reason: string | null,
  made: number,
  changed: number,
  removed: number,
  undoneAt: string | null,
  undoneReason: string | null,
  kept: number,
  byId: string | null,
  byName: string,
  byRole: NonNullable<Batch['by']>['role'],
  undoneById: string | null,
  undoneByName: string,
  undoneByRole: NonNullable<Batch['by']>['role'],
];

function batchOf(tuple: Tuple, { viewer }: Context): Batch {
  // A tuple's values are unknown to the planner; the columns above say what stands where.
  const [
    at,
    id,
    kind,
    state,
    via,
    reason,
    made,
    changed,
    removed,
    undoneAt,
    undoneReason,
    kept,
    ...people
  ] = tuple as unknown as Listed;
  const [byId, byName, byRole, undoneById, undoneByName, undoneByRole] = people;
  return {
    id,
    kind,
    state,
    at: new Date(at).toISOString(),
    by: byId ? { id: byId, name: byName, role: byRole } : null,
    via,
    reason,
    made,
    changed,
    removed,
    undoneAt: undoneAt && new Date(undoneAt).toISOString(),
    undoneBy: undoneById ? { id: undoneById, name: undoneByName, role: undoneByRole } : null,
    undoneReason,
    kept,
    viewerMay: {
      undo:
        state === BatchState.DONE &&
        kind !== BatchKind.MERGE &&
        (viewer?.permissions.has('register.write') ?? false),
    },
  };
}
