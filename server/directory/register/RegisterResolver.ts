import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { RegisterComparison } from '#schema/directory/register/RegisterComparison.ts';
import { RegisterLookup } from '#schema/directory/register/RegisterLookup.ts';
import { RegisterProposal } from '#schema/directory/register/RegisterProposal.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { readAll, readOne, type Where } from '#server/common/read.ts';
import { given, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { compareWithRegister } from './compareWithRegister.ts';
import { decideProposal, DecideProposalInput } from './decideProposal.ts';
import { lookUpOrganisation } from './lookUpOrganisation.ts';
import { placeOrganisation, PlaceOrganisationInput } from './placeOrganisation.ts';
import { reopenProposal, ReopenProposalInput } from './reopenProposal.ts';

const ofOne: Where = (plan) =>
  sql`${plan.column('organisation')} = ${given('organisationId')}::uuid`;

const latest = [{ property: 'foundAt', descending: true }, { property: 'id' }];

/** How the registers of others are asked, and what they propose is decided. */
@Resolver()
export class RegisterResolver {
  @Query(() => RegisterLookup, {
    description:
      'Slå opp. Asks Enhetsregisteret for an organisation, by its number or by its name, for those who write in the register. That it cannot be asked is told in `reach`. ' +
      'INVALID_INPUT: `text: NOT_AN_ORGANISATION_NUMBER`, `TOO_SHORT` or `TOO_LONG`.',
  })
  lookUpOrganisation(
    @Arg('text', () => Text, {
      validate: false,
      description: 'An organisation number, or the beginning of a name: at least three letters.',
    })
    text: string,
    @Ctx() context: Context,
  ) {
    return lookUpOrganisation(context, text);
  }

  @Query(() => RegisterComparison, {
    description:
      'Sammenligne. What Enhetsregisteret says of an organisation, beside what we have. That it cannot be asked is told in `reach`. NOT_FOUND: no such organisation.',
  })
  compareWithRegister(
    @Arg('organisationId', () => ID, { description: 'The UUID of the organisation.' }) id: string,
    @Ctx() context: Context,
  ) {
    return compareWithRegister(context, id);
  }

  @Query(() => [RegisterProposal], {
    description:
      'What the registers of others have proposed for an organisation, the latest first.',
  })
  registerProposals(
    @Arg('organisationId', () => ID, { description: 'The UUID of the organisation.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return isUuid(id) ? readAll(context, info, ofOne, latest, { organisationId: id }) : [];
  }

  @Mutation(() => RegisterProposal, {
    description:
      'Avgjøre et forslag. Takes what a register of others proposes, with what one has put right in it, or says no. FORBIDDEN: not theirs to correct. ' +
      'INVALID_INPUT: `reason: REQUIRED` for a no; `name: REQUIRED`, `TOO_LONG` or `NOT_ONE_LINE`; `seat: UNKNOWN`; `closedOn: IN_THE_FUTURE`. ' +
      'CONFLICT with reason `PROPOSAL_IS_CLOSED`: it is decided, or overtaken; `changes` say how (`state`), `by` whom, when and why; `TAKEN`: somebody else is on to it, ' +
      '`changes` say `by` whom and `until` when; `STALE_VERSION` as in `correctOrganisation`.',
  })
  async decideProposal(
    @Arg('input', () => DecideProposalInput, {
      validate: false,
      description: 'Which, and what one says.',
    })
    input: DecideProposalInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await decideProposal(context, input));
  }

  @Mutation(() => RegisterProposal, {
    description:
      'Gjenåpne et forslag. Takes a decision back: what was written is undone, and it is to be decided again. INVALID_INPUT: `reason: REQUIRED`, as in `undoChange`. ' +
      'CONFLICT with reason `OVERTAKEN`: the register has said something else since; `PROPOSAL_IS_CLOSED`: nobody decided it; else as in `undoChange`.',
  })
  async reopenProposal(
    @Arg('input', () => ReopenProposalInput, { validate: false, description: 'Whose decision.' })
    input: ReopenProposalInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await reopenProposal(context, input));
  }

  @Mutation(() => Organisation, {
    description:
      'Plassere. Says which municipality an organisation belongs to now that the one where it belonged is no more. FORBIDDEN: not theirs to correct. ' +
      'INVALID_INPUT: `from: NOT_GONE`; `to: REQUIRED` or `NOT_A_SUCCESSOR`; `seat: REQUIRED` or `NOT_A_SUCCESSOR`. CONFLICT with reason `TAKEN` as in `decideProposal`, ' +
      '`STALE_VERSION` as in `correctOrganisation`.',
  })
  async placeOrganisation(
    @Arg('input', () => PlaceOrganisationInput, {
      validate: false,
      description: 'Which, and where to.',
    })
    input: PlaceOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await placeOrganisation(context, input));
  }
}
