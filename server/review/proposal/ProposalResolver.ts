import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { ChangeProposal } from '#schema/review/ChangeProposal.ts';
import { ChangeProposalPage } from '#schema/review/ChangeProposalPage.ts';
import { LowRiskField } from '#schema/review/LowRiskField.ts';
import type { Context } from '#server/context.ts';
import { acceptChangeProposal, AcceptChangeProposalInput } from './acceptChangeProposal.ts';
import { askAboutChangeProposal, AskAboutChangeProposalInput } from './askAboutChangeProposal.ts';
import { readProposal, readProposals } from './readProposals.ts';
import { refuseChangeProposal, RefuseChangeProposalInput } from './refuseChangeProposal.ts';
import { reopenChangeProposal, ReopenChangeProposalInput } from './reopenChangeProposal.ts';

const decided =
  'NOT_FOUND: no such proposal. FORBIDDEN: not theirs to answer. CONFLICT with reason `ALREADY_DECIDED`: somebody else was first';
import { readLowRisk, setLowRisk, SetLowRiskInput } from './setLowRisk.ts';

/** How what organisations propose is answered. */
@Resolver()
export class ProposalResolver {
  @Query(() => ChangeProposalPage, {
    description:
      'Forslag. What organisations have proposed by their links and nobody has answered, within what the viewer may write.',
  })
  changeProposals(@Ctx() context: Context): Promise<ChangeProposalPage> {
    return readProposals(context);
  }

  @Query(() => [LowRiskField], {
    description:
      'Lav risiko. Fields of which a health trust takes in what organisations propose, unseen.',
  })
  lowRiskFields(
    @Arg('trustId', () => ID, { description: 'The UUID of the health trust.' }) trustId: string,
    @Ctx() context: Context,
  ): Promise<LowRiskField[]> {
    return readLowRisk(context, trustId);
  }

  @Mutation(() => [LowRiskField], {
    description:
      'Velge hva som tas inn usett. From now on, what organisations that the trust answers for propose of these fields alone is taken in at once. ' +
      'For programme leads. NOT_FOUND: no such health trust. FORBIDDEN: not theirs to decide for.',
  })
  setLowRisk(
    @Arg('input', () => SetLowRiskInput, { validate: false, description: 'Which trust, what.' })
    input: SetLowRiskInput,
    @Ctx() context: Context,
  ): Promise<LowRiskField[]> {
    return setLowRisk(context, input);
  }

  @Mutation(() => ChangeProposal, {
    description:
      `Godta. Takes a proposal in, as it came or adjusted; the organisation is told in its language. ${decided}; \`OVERTAKEN\`: something else stands there now. ` +
      'INVALID_INPUT: `adjusted.0.at: UNKNOWN`, `adjusted.0.value: REQUIRED` and whatever a contact value may lack.',
  })
  async acceptChangeProposal(
    @Arg('input', () => AcceptChangeProposalInput, {
      validate: false,
      description: 'Which, and what of it is adjusted.',
    })
    input: AcceptChangeProposalInput,
    @Ctx() context: Context,
  ): Promise<ChangeProposal> {
    return readProposal(context, await acceptChangeProposal(context, input));
  }

  @Mutation(() => ChangeProposal, {
    description: `Avslå. Leaves the register as it is; the organisation is told why, in its language. ${decided}. INVALID_INPUT: \`reason: REQUIRED\` or \`TOO_LONG\`.`,
  })
  async refuseChangeProposal(
    @Arg('input', () => RefuseChangeProposalInput, {
      validate: false,
      description: 'Which, and why.',
    })
    input: RefuseChangeProposalInput,
    @Ctx() context: Context,
  ): Promise<ChangeProposal> {
    return readProposal(context, await refuseChangeProposal(context, input));
  }

  @Mutation(() => ChangeProposal, {
    description: `Spørre tilbake. Sends the organisation a question and a new link, in its language. ${decided}; \`NO_LINK\`: the link that it came by is gone. INVALID_INPUT: \`question: REQUIRED\` or \`TOO_LONG\`.`,
  })
  async askAboutChangeProposal(
    @Arg('input', () => AskAboutChangeProposalInput, {
      validate: false,
      description: 'Which, and what.',
    })
    input: AskAboutChangeProposalInput,
    @Ctx() context: Context,
  ): Promise<ChangeProposal> {
    return readProposal(context, await askAboutChangeProposal(context, input));
  }

  @Mutation(() => ChangeProposal, {
    description:
      'Angre. Has a proposal wait again that was answered a moment ago; what it wrote is taken back. NOT_FOUND: no such proposal. FORBIDDEN: not theirs to answer. ' +
      'CONFLICT with reason `ALREADY_TOLD`: the organisation has been told; `CHANGED_SINCE`: somebody has changed it again.',
  })
  async reopenChangeProposal(
    @Arg('input', () => ReopenChangeProposalInput, { validate: false, description: 'Which.' })
    input: ReopenChangeProposalInput,
    @Ctx() context: Context,
  ): Promise<ChangeProposal> {
    return readProposal(context, await reopenChangeProposal(context, input));
  }
}
