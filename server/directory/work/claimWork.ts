import { Field, ID, InputType } from 'type-graphql';

import type { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { Busy, Unauthenticated } from '#server/problems.ts';
import { refuseIfTaken } from './refuseIfTaken.ts';
import { subjectOf } from './subjectOf.ts';

@InputType({ description: 'A thing to do.' })
export class WorkInput {
  @Field(() => ID, { description: 'Its name on the work list.' })
  id!: string;
}

/** Whoever goes home keeps nothing from others for longer than this. */
const lasts = 60 * 60_000;

/**
 * Ta. Says that one is on to it, so that no two do the same; whoever says it again has it for another hour. It is no change of the register, and is not told
 * as one.
 *
 * Throws NOT_FOUND, CONFLICT (TAKEN).
 */
export async function claimWork(context: Context, { id }: WorkInput): Promise<WorkClaim> {
  const { database, viewer, now } = context;
  if (!viewer) throw new Unauthenticated();
  const { kind, subject } = await subjectOf(context, id);
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
