import { Field, InputType } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { asSeen } from './asSeen.ts';
import { BreakGlassInput } from './confirmBreakGlass.ts';
import { mayAccountFor } from './crisisRules.ts';
import { saidInWords } from './saidInWords.ts';

@InputType({ description: 'What it was used for.' })
export class AccountForBreakGlassInput extends BreakGlassInput {
  @Field(() => Text, {
    description: 'Whom one reached, with what, and what came of it; in 15 to 1000 characters.',
  })
  account!: string;
}

/**
 * Gjøre rede for nødtilgang. Until this is done the same person opens no other.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, STILL_OPEN, ALREADY_DONE).
 */
export function accountForBreakGlass(
  context: Context,
  input: AccountForBreakGlassInput,
): Promise<string> {
  const { account } = input;
  saidInWords({ account }, { least: 15, most: 1_000 });
  return change(context, { verb: 'accountForBreakGlass' }, async (em) => {
    const opened = await asSeen(context, em, BreakGlass, input);
    ensure(mayAccountFor, context.viewer, opened);
    if (opened.isOpenAt(context.now)) throw new Conflict('STILL_OPEN');
    if (opened.accountedAt) throw new Conflict('ALREADY_DONE');
    opened.account = account;
    opened.accountedAt = context.now;
    return opened.id;
  });
}
