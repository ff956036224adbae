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
import { readOneOrSurvivor } from '#server/common/readOneOrSurvivor.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';
import { archivePerson, ArchivePersonInput } from './archivePerson.ts';
import { createPerson, CreatePersonInput } from './createPerson.ts';
import { editPerson, EditPersonInput } from './editPerson.ts';
import { erasePerson, ErasePersonInput } from './erasePerson.ts';
import { restorePerson, RestorePersonInput } from './restorePerson.ts';
import { recordConsent, RecordConsentInput } from './recordConsent.ts';
import { withdrawConsent, WithdrawConsentInput } from './withdrawConsent.ts';

const fields =
  'INVALID_INPUT: `fields` says of each what is wrong, such as `givenName: REQUIRED`, `TOO_LONG`, `NOT_ONE_LINE`, `HIDDEN_CHARACTERS` or `NATIONAL_IDENTITY_NUMBER_IN_TEXT`, ' +
  '`areas: UNKNOWN_CODE`, `languages.0.language: GIVEN_TWICE`, `contactPoints.0.value: NOT_A_PHONE_NUMBER`, `contactPoints.0.id: UNKNOWN`.';
const putAway =
  'For those who may edit them. NOT_FOUND: no such person. FORBIDDEN: not theirs to edit. CONFLICT (STALE_VERSION): somebody has changed the person since.';

/** How people are asked for, and changed. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description:
      'One person; null where there is none, or none that the viewer may see. Of one that was merged into another, that other.',
  })
  person(
    @Arg('id', () => ID, { description: 'Their UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOneOrSurvivor(context, info, 'person', id);
  }

  @Mutation(() => Person, {
    description: `Legge til person. Takes somebody into the register, with what they have told. For those who may write in the register, in their scope. FORBIDDEN, NOT_FOUND: the organisation of the first affiliation. ${fields} \`areas: OUTSIDE_YOUR_SCOPE\`: neither an area nor an organisation makes them the viewer’s to look after.`,
  })
  async createPerson(
    @Arg('input', () => CreatePersonInput, {
      validate: false,
      description: 'Who, how they are reached, and what they are to an organisation.',
    })
    input: CreatePersonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await createPerson(context, input));
  }

  @Mutation(() => Person, {
    description: `Redigere person. Changes what is told of somebody: all of it, or nothing. A contact value is replaced without being seen. For those who may write in the register, in their scope. NOT_FOUND: no such person. FORBIDDEN: not theirs to edit. ${fields} CONFLICT (STALE_VERSION): somebody else was first, as in \`correctOrganisation\`; what was sealed is not told.`,
  })
  async editPerson(
    @Arg('input', () => EditPersonInput, {
      validate: false,
      description: 'Whom, as they were seen, and what is to be different.',
    })
    input: EditPersonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await editPerson(context, input));
  }

  @Mutation(() => Person, {
    description: `Arkivere person. Nobody finds them any longer by searching or in a list; their page stays, and they can be brought back. ${putAway}`,
  })
  async archivePerson(
    @Arg('input', () => ArchivePersonInput, {
      validate: false,
      description: 'Whom, as they were seen, and why.',
    })
    input: ArchivePersonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await archivePerson(context, input));
  }

  @Mutation(() => Person, {
    description: `Hente frem igjen. Whoever was archived is found again. ${putAway}`,
  })
  async restorePerson(
    @Arg('input', () => RestorePersonInput, {
      validate: false,
      description: 'Whom, as they were seen, and why.',
    })
    input: RestorePersonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await restorePerson(context, input));
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
