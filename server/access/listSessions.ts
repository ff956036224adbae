import type { Context } from '#server/context.ts';
import { idle } from './session.ts';
import {
  type SessionAnswer,
  sessionAnswer,
  sessionColumns,
  type SessionRow,
} from './SessionAnswer.ts';

/** Mine økter. Those of the viewer that are not over, this one first, then the ones last used. */
export async function listSessions(
  context: Pick<Context, 'viewer' | 'now' | 'database'>,
): Promise<SessionAnswer[]> {
  const { viewer, now, database } = context;
  const { rows } = await database.pool.query<SessionRow>(
    `select ${sessionColumns} from session
     where user_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3
     order by id = $4 desc, last_seen_at desc, id`,
    [viewer?.id, now, new Date(now.getTime() - idle), viewer?.sessionId ?? null],
  );
  return rows.map((row) => sessionAnswer(row, context));
}
