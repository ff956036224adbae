import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Person } from '#schema/person/Person.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { idOf } from '#server/common/idOf.ts';
import { madeOnce } from '#server/common/madeOnce.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { FirstAffiliationInput } from './AffiliationFactsInput.ts';
import { affiliationMade } from './affiliationMade.ts';
import { PersonFactsInput } from './PersonFactsInput.ts';
import { personMade } from './personMade.ts';

@InputType({ description: 'A person who is to be in the register.' })
export class CreatePersonInput extends PersonFactsInput {
  @Field(() => ID, {
    description: 'A UUID that the asker makes: the same one again gives the same person, once.',
  })
  idempotencyKey!: string;

  @Field(() => Text, { description: 'Given name or names: one line, at most 200 characters.' })
  givenName!: string;

  @Field(() => FirstAffiliationInput, {
    nullable: true,
    description: 'What they are to an organisation in the scope of the viewer.',
  })
  affiliation?: FirstAffiliationInput | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Legge til person. Takes somebody into the register, with what they have told, how they are reached, and what they are to an organisation.
 *
 * Whoever works in a scope takes in people who belong to it: by an area, or by the organisation. Nobody has said yes to anything by being
 * entered: what shows how they are reached stays masked until they do.
 *
 * Throws FORBIDDEN, NOT_FOUND, INVALID_INPUT.
 */
export async function createPerson(context: Context, input: CreatePersonInput): Promise<string> {
  const { viewer } = context;
  const { affiliation, idempotencyKey, reason } = input;
  ensurePermission('register.write', viewer);
  const idFor = (what: string) => idOf(viewer.id, `createPerson ${what}`, idempotencyKey);
  const id = idFor('person');
  return madeOnce(context, Person, id, async () => {
    const wrong = new Wrong();
    const { made, isInScope } = personMade(context, id, input, wrong);
    const ties = affiliation
      ? await affiliationMade(
          context,
          { ...affiliation, id: idFor('affiliation'), personId: id },
          wrong,
          { prefix: 'affiliation.', isNewPerson: true },
        )
      : [];
    if (!ties.length && !isInScope) wrong.note('areas', 'OUTSIDE_YOUR_SCOPE');
    wrong.refuse();
    const batchId = idFor('batch');
    await changeRecords(context, { verb: 'createPerson', reason, batchId }, [made, ...ties]);
  });
}
