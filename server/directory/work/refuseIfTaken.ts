import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';

/** Says by whom, and until when if nothing more is heard. */
export const taken = (by: string, until: Date): Conflict =>
  new Conflict('TAKEN', { changes: [{ by, until: until.toISOString() }] });

/** Throws CONFLICT (TAKEN) where somebody else is on to it. */
export async function refuseIfTaken(
  { database, viewer, now }: Context,
  kind: string,
  subject: string,
): Promise<void> {
  const { rows } = await database.pool.query<{ by: string; until: Date }>(
    render(sql`select by_name as by, expires_at as until from work_claim
      where kind = ${kind} and subject = ${subject} and expires_at > ${now}::timestamptz and by_id <> ${viewer?.id}::uuid`),
  );
  if (rows[0]) throw taken(rows[0].by, rows[0].until);
}
