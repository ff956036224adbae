import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import type { BatchKind } from '#schema/access/BatchKind.ts';

/** What is done to many at once, before or after it is done. */
export interface NotedBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly reason?: string | null;
  readonly made?: number;
  readonly changed?: number;
  readonly removed?: number;
  /** Whether more will be done in it. */
  readonly isUnderWay?: boolean;
}

/**
 * Merker av et parti. Says that what follows belongs together, in the transaction that does it. Each of its changes names it
 * (`Deed.batchId`).
 */
export const noteBatch = (
  run: Run,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  { id, kind, reason = null, made = 0, changed = 0, removed = 0, isUnderWay = false }: NotedBatch,
): Promise<unknown> =>
  run(
    `insert into batch (id, kind, by_id, via, at, reason, state, made, changed, removed)
     values ($1, $2, $3::uuid, $4, $5::timestamptz, $6, $7, $8, $9, $10)`,
    [
      id,
      kind,
      viewer?.id ?? null,
      viewer?.via ?? 'system',
      now,
      reason,
      isUnderWay ? 'under_way' : 'done',
      made,
      changed,
      removed,
    ],
  );
