import { Field, InputType } from 'type-graphql';

import { Crisis } from '#schema/access/Crisis.ts';
import { Text } from '#schema/common/Text.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Unauthenticated } from '#server/problems.ts';
import { saidInWords } from './saidInWords.ts';

@InputType({ description: 'An emergency.' })
export class DeclareCrisisInput {
  @Field(() => Text, {
    description: 'What it is, in 5 to 120 characters: «Meslinger i Groruddalen».',
  })
  name!: string;
}

/** Erklære krise. Throws INVALID_INPUT. */
export function declareCrisis(context: Context, { name }: DeclareCrisisInput): Promise<string> {
  saidInWords({ name }, { least: 5, most: 120 });
  return change(context, { verb: 'declareCrisis' }, (em) => {
    if (!context.viewer) throw new Unauthenticated();
    const crisis = new Crisis(name, context.viewer.name, context.now);
    em.persist(crisis);
    return Promise.resolve(crisis.id);
  });
}
