import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import type { Context } from '#server/context.ts';
import { idle } from './session.ts';

/** Økt. As its owner sees it: enough to know it by, nothing that opens it. */
@ObjectType('Session', {
  simpleResolvers: true,
  description: 'One sign-in in one browser, as its owner sees it.',
})
export class SessionAnswer {
  @Field(() => ID, { description: 'By which it is spoken of. It opens nothing.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The family of the browser, such as Firefox; null where it does not say.',
  })
  browser!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the browser runs on, such as Windows; null where it does not say.',
  })
  system!: string | null;

  @Field(() => Moment, { description: 'When they signed in.' })
  startedAt!: string;

  @Field(() => Moment, { description: 'When something was last asked in it, to the minute.' })
  lastSeenAt!: string;

  @Field(() => Boolean, { description: 'Whether this is the session that asks.' })
  isCurrent!: boolean;

  @Field(() => Int, {
    description: 'In how many seconds it ends, whatever happens: eight hours after it began.',
  })
  secondsLeft!: number;

  @Field(() => Int, {
    description: 'For how many seconds it lasts at least when nothing more is asked in it.',
  })
  idleSeconds!: number;
}

/** A session as it comes from the database: moments are texts. */
export interface SessionRow {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export const sessionColumns = `id, browser, system, created_at as "startedAt", last_seen_at as "lastSeenAt",
  expires_at as "expiresAt"`;

/** When it was last seen is true to the minute, so that it may end a minute sooner than it seems. */
const surely = idle / 1000 - 60;

export function sessionAnswer(
  { expiresAt, ...row }: SessionRow,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
): SessionAnswer {
  const secondsLeft = Math.floor((new Date(expiresAt).getTime() - now.getTime()) / 1000);
  const isCurrent = row.id === viewer?.sessionId;
  return { ...row, isCurrent, secondsLeft: Math.max(0, secondsLeft), idleSeconds: surely };
}
