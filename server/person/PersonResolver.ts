import { type GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { AffiliationArguments } from '#schema/person/AffiliationArguments.ts';
import { AffiliationConnection } from '#schema/person/AffiliationConnection.ts';
import { Consent } from '#schema/person/Consent.ts';
import { Person } from '#schema/person/Person.ts';
import { readOne, related } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';
import { erasePerson, ErasePersonInput } from './erasePerson.ts';
import { recordConsent, RecordConsentInput } from './recordConsent.ts';
import { withdrawConsent, WithdrawConsentInput } from './withdrawConsent.ts';

/** How people are asked for. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'One person; null where there is none, or none that the viewer may see.',
  })
  person(
    @Arg('id', () => ID, { description: 'Their UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, id);
  }

  @Mutation(() => Consent, {
    description:
      'Registrere samtykke. Notes what a person has said yes to, with the text that it was said to; it holds for two years and sixty days. ' +
      'For those who look after consents, in their scope. NOT_FOUND: no such person. INVALID_INPUT: `purpose: NEEDS_NO_CONSENT`, ' +
      '`language: NOT_A_LANGUAGE_OF_THE_TEXT`, `givenOn: IN_THE_FUTURE` or `TOO_LONG_AGO`. CONFLICT (ALREADY_GIVEN): a yes to that purpose still holds.',
  })
  async recordConsent(
    @Arg('input', () => RecordConsentInput, {
      description: 'Who, to what, and how.',
      validate: false,
    })
    input: RecordConsentInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await recordConsent(context, input));
  }

  @Mutation(() => Consent, {
    description:
      'Trekke samtykke. Ends a consent, from the next read on and everywhere. NOT_FOUND: no such consent. CONFLICT (STALE_VERSION): somebody has changed it since.',
  })
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'Which, and how.', validate: false })
    input: WithdrawConsentInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await withdrawConsent(context, input));
  }

  @Mutation(() => ID, {
    description:
      'Slette. Takes out all that the register says of a person, at once and for ever, and gives the identifier, which leads to nothing from then on. ' +
      'For the privacy officer. STEP_UP_REQUIRED: sign in anew first. INVALID_INPUT: `reason: REQUIRED`. CONFLICT (STALE_VERSION): somebody has changed the person since.',
  })
  erasePerson(
    @Arg('input', () => ErasePersonInput, { description: 'Who, and why.', validate: false })
    input: ErasePersonInput,
    @Ctx() context: Context,
  ) {
    return erasePerson(context, input);
  }

  @FieldResolver(() => AffiliationConnection, {
    description: 'What the person is to organisations; the primary first, then the latest.',
  })
  affiliations(
    @Root() person: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AffiliationArguments, { validate: false }) _args: AffiliationArguments,
  ) {
    return related(person, context, info);
  }
}
