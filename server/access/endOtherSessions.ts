import type { Context } from '#server/context.ts';
import {
  type SessionAnswer,
  sessionAnswer,
  sessionColumns,
  type SessionRow,
} from './SessionAnswer.ts';

/** Avslutte de andre. Signs the viewer out in all browsers but this one; gives the sessions that this ended. */
export async function endOtherSessions(
  context: Pick<Context, 'viewer' | 'now' | 'database'>,
): Promise<SessionAnswer[]> {
  const { viewer, now, database } = context;
  const { rows } = await database.pool.query<SessionRow>(
    `update session set ended_at = $3 where user_id = $1 and id <> $2 and ended_at is null
     returning ${sessionColumns}`,
    [viewer?.id, viewer?.sessionId ?? null, now],
  );
  return rows.map((row) => sessionAnswer(row, context));
}
