import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';

/** Throws CONFLICT (TAKEN) where somebody else is on to it: `changes` say `by` whom, and `until` when if nothing more is heard. */
export async function refuseIfTaken(
  { database, viewer, now }: Context,
  kind: string,
  subject: string,
): Promise<void> {
  const { rows } = await database.pool.query<{ by: string; until: string }>(
    render(sql`select by_name as by, expires_at as until from work_claim
      where kind = ${kind} and subject = ${subject} and expires_at > ${now}::timestamptz and by_id <> ${viewer?.id}::uuid`),
  );
  const [claim] = rows;
  if (!claim) return;
  const until = new Date(claim.until).toISOString();
  throw new Conflict('TAKEN', { changes: [{ by: claim.by, until }] });
}
