import type { Context } from '#server/context.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import type { Run } from './inTransaction.ts';

/** What was changed, where it is no entity: by the name of its table and its identifier. */
export interface ChangedRecord {
  readonly record: string;
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

/**
 * Fører en endring. Tells in the change log of what SQL has changed, in the same transaction.
 *
 * For records that count no versions of their own: the log counts them. Whoever changes one has locked its row before, as `update` does.
 * What the house does by itself, for nobody, has no author.
 */
export const logChange = (
  run: Run,
  { viewer, now, requestId }: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  { verb, reason = null }: Deed,
  { record, id, fields }: ChangedRecord,
): Promise<unknown> =>
  run(
    `insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
     select $1, $2::uuid, coalesce(max(version), 0) + 1, $3, $4::uuid, $5, $6::timestamptz, $7, $8, $9::jsonb
     from change where record_id = $2::uuid`,
    [
      record,
      id,
      verb,
      viewer?.id ?? null,
      viewer?.via ?? 'system',
      now,
      reason,
      requestId,
      JSON.stringify(fields),
    ],
  );
