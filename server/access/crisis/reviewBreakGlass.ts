import { Field, InputType } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { asSeen } from './asSeen.ts';
import { BreakGlassInput } from './confirmBreakGlass.ts';
import { mayReview } from './crisisRules.ts';
import { saidInWords } from './saidInWords.ts';

@InputType({ description: 'What the privacy officer found.' })
export class ReviewBreakGlassInput extends BreakGlassInput {
  @Field(() => Text, { description: 'What was found; in 5 to 1000 characters.' })
  finding!: string;
}

/**
 * Gjennomgå nødtilgang. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, NOT_ACCOUNTED_FOR, ALREADY_DONE).
 */
export function reviewBreakGlass(context: Context, input: ReviewBreakGlassInput): Promise<string> {
  const { finding } = input;
  saidInWords({ finding }, { least: 5, most: 1_000 });
  return change(context, { verb: 'reviewBreakGlass' }, async (em) => {
    const opened = await asSeen(context, em, BreakGlass, input);
    ensure(mayReview, context.viewer, opened);
    if (!opened.accountedAt) throw new Conflict('NOT_ACCOUNTED_FOR');
    if (opened.reviewedAt) throw new Conflict('ALREADY_DONE');
    opened.finding = finding;
    opened.reviewedBy = context.viewer.name;
    opened.reviewedAt = context.now;
    return opened.id;
  });
}
