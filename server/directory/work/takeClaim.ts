import type { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { Busy, Unauthenticated } from '#server/problems.ts';
import { refuseIfTaken } from './refuseIfTaken.ts';

/** Whoever goes home keeps nothing from others for longer than this. */
const lasts = 60 * 60_000;

/**
 * Tar. Has the viewer be the one who is on to something, for an hour from now. What somebody else has, they have until they give it up or it
 * goes out.
 *
 * Throws CONFLICT (TAKEN).
 */
export async function takeClaim(
  context: Context,
  kind: string,
  subject: string,
): Promise<WorkClaim> {
  const { database, viewer, now } = context;
  if (!viewer) throw new Unauthenticated();
  const until = new Date(now.getTime() + lasts);
  // Of two at once the second finds the row of the first.
  const { rowCount } = await database.pool.query(
    render(sql`insert into work_claim as claim (kind, subject, by_id, by_name, expires_at)
      values (${kind}, ${subject}, ${viewer.id}::uuid, ${viewer.name}, ${until}::timestamptz)
      on conflict (kind, subject) do update
        set by_id = excluded.by_id, by_name = excluded.by_name, expires_at = excluded.expires_at
        where claim.by_id = excluded.by_id or claim.expires_at <= ${now}::timestamptz`),
  );
  if (!rowCount) {
    await refuseIfTaken(context, kind, subject);
    // It was given up in the same moment.
    throw new Busy();
  }
  return { by: viewer.name, isMine: true, until };
}
