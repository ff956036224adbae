import { Field, ID, InputType } from 'type-graphql';

import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import {
  type SessionAnswer,
  sessionAnswer,
  sessionColumns,
  type SessionRow,
} from './SessionAnswer.ts';

@InputType({ description: 'Which of one’s own sessions to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The UUID of the session.' })
  id!: string;
}

/** Avslutte økt. Signs the viewer out in one of their browsers, from its next request on. Throws NOT_FOUND, also for what is another's. */
export async function endSession(
  context: Pick<Context, 'viewer' | 'now' | 'database'>,
  { id }: EndSessionInput,
): Promise<SessionAnswer> {
  const { viewer, now, database } = context;
  if (!isUuid(id)) throw new NotFound('session');
  const { rows } = await database.pool.query<SessionRow>(
    `update session set ended_at = $3 where id = $1 and user_id = $2 and ended_at is null
     returning ${sessionColumns}`,
    [id, viewer?.id, now],
  );
  const [row] = rows;
  if (!row) throw new NotFound('session');
  return sessionAnswer(row, context);
}
