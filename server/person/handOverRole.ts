import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { idOf } from '#server/common/idOf.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { InvalidInput } from '#server/problems.ts';
import { affiliationMade } from './affiliationMade.ts';
import { affiliationChanges } from './changeAffiliation.ts';
import { findAffiliationToEdit } from './findAffiliationToEdit.ts';
import { PersonFactsInput } from './PersonFactsInput.ts';
import { personMade } from './personMade.ts';
import { wasDoneAs } from './wasDoneAs.ts';

@InputType({ description: 'Somebody who is not in the register yet.' })
export class NewPersonInput extends PersonFactsInput {
  @Field(() => Text, { description: 'Given name or names: one line, at most 200 characters.' })
  givenName!: string;
}

@InputType({
  description:
    'Who has the role now: somebody in the register, or somebody new. Neither: nobody knows yet.',
})
export class SuccessorInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the person, of the organisation or from elsewhere.',
  })
  personId?: string | null;

  @Field(() => NewPersonInput, { nullable: true, description: 'Somebody new.' })
  newPerson?: NewPersonInput | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Their first day; the day after the last one of whoever had it, unless it is said.',
  })
  since?: string | null;

  @Field(() => Text, { nullable: true, description: 'What they call the role themselves.' })
  title?: string | null;
}

@InputType({ description: 'Who no longer is what they were, and who is it now.' })
export class HandOverRoleInput {
  @Field(() => ID, {
    description: 'A UUID that the asker makes: the same one again does the same, once.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The UUID of the affiliation that ends.' })
  affiliationId!: string;

  @Field(() => Int, { description: 'The version of it that one saw.' })
  expectedVersion!: number;

  @Field(() => LocalDate, { description: 'Its last day, inclusive.' })
  until!: string;

  @Field(() => SuccessorInput, {
    nullable: true,
    description: 'Who has the role now; null where nobody knows yet.',
  })
  successor?: SuccessorInput | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** What came of it. */
export interface HandedOver {
  readonly endedId: string;
  readonly startedId: string | null;
}

/**
 * Ikke leder lenger. Ends what somebody is to an organisation, and says who is it now, in one gesture that is taken back as one. Whoever
 * comes after is asked first where the one before was.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function handOverRole(
  context: Context,
  input: HandOverRoleInput,
): Promise<HandedOver> {
  const { affiliationId, expectedVersion: version, until, successor, reason } = input;
  const known = await findAffiliationToEdit(context, affiliationId);
  const wrong = new Wrong();
  if (reason) wrong.note('reason', whyNotText(reason, { mayHaveLines: true }));
  const isHandedOn = Boolean(successor?.personId || successor?.newPerson);
  const ending = { until, ...(isHandedOn && { isPrimary: false }) };
  const ends = await affiliationChanges(context, known, ending, wrong);
  const idFor = (what: string) =>
    idOf(context.viewer?.id ?? '', `handOverRole ${what}`, input.idempotencyKey);
  const [batchId, startedId] = [idFor('batch'), idFor('affiliation')];
  const person = successor ? successorOf(context, idFor('person'), successor, wrong) : null;
  const answer = { endedId: affiliationId, startedId: person && startedId };
  if (await wasDoneAs(context, batchId)) return answer;

  const starts = person
    ? await affiliationMade(
        context,
        {
          id: startedId,
          personId: person.id,
          organisationId: known.organisationId,
          role: known.role,
          title: successor?.title ?? null,
          since: successor?.since ?? dayAfter(until),
          isPrimary: known.isPrimary,
        },
        wrong,
        { prefix: 'successor.', isNewPerson: person.made.length > 0 },
      )
    : [];
  wrong.refuse();
  if (known.version !== version) {
    throw await staleVersion(context, { type: Affiliation, id: affiliationId, version });
  }
  const changes = [
    ...ends,
    ...(person?.made ?? []),
    ...starts.filter(({ id }) => id !== affiliationId),
  ];
  await changeRecords(context, { verb: 'handOverRole', reason, batchId }, changes);
  return answer;
}

/** Who has the role now, and what makes them where they are new. */
function successorOf(
  context: Context,
  newId: string,
  { personId, newPerson }: SuccessorInput,
  wrong: Wrong,
): { readonly id: string; readonly made: readonly RecordChange[] } | null {
  if (personId && newPerson) throw new InvalidInput({ 'successor.personId': 'ONE_OF_TWO' });
  if (personId) return { id: personId, made: [] };
  if (!newPerson) return null;
  const theirs = new Wrong();
  const { made } = personMade(context, newId, newPerson, theirs);
  wrong.noteAll('successor.newPerson.', theirs);
  return { id: newId, made: [made] };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10);
