import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { Succession } from '#schema/review/handover/Succession.ts';
import type { Context } from '#server/context.ts';
import { approveSuccession, ApproveSuccessionInput } from './approveSuccession.ts';
import { readSuccession, readSuccessions } from './readSuccessions.ts';
import { refuseSuccession, RefuseSuccessionInput } from './refuseSuccession.ts';
import { reopenSuccession, ReopenSuccessionInput } from './reopenSuccession.ts';
import { reportSuccession, ReportSuccessionInput } from './reportSuccession.ts';

const decided =
  'NOT_FOUND: no such succession. FORBIDDEN: not theirs to decide. CONFLICT with reason `ALREADY_DECIDED`: somebody else was first';

/** How the register hears that somebody else has taken over. */
@Resolver()
export class SuccessionResolver {
  @Query(() => [Succession], {
    description:
      'Overleveringer. Where somebody else is said to have taken over, and the new one has not answered or nobody has approved it, within what the viewer may write. Those that are to be approved come first.',
  })
  successions(@Ctx() context: Context): Promise<Succession[]> {
    return readSuccessions(context);
  }

  @Mutation(() => Succession, {
    description:
      'Overlevering på telefon. Notes who has taken over, for somebody who says so over the phone; the new one is asked through their own channel. NOT_FOUND: no such organisation. ' +
      'FORBIDDEN: not theirs to correct. INVALID_INPUT: `givenName: REQUIRED`, `reach: NOT_A_WAY_TO_REACH`, `NOT_A_MOBILE_NUMBER` or `NO_SMS`, `affiliationId: UNKNOWN`, `id: NOT_A_UUID`. ' +
      'CONFLICT with reason `ID_IS_TAKEN`: another organisation has one of that identifier.',
  })
  async reportSuccession(
    @Arg('input', () => ReportSuccessionInput, {
      validate: false,
      description: 'Who has taken over.',
    })
    input: ReportSuccessionInput,
    @Ctx() context: Context,
  ): Promise<Succession> {
    return readSuccession(context, await reportSuccession(context, input));
  }

  @Mutation(() => Succession, {
    description:
      `Godkjenne. Makes the register say that the new one has taken over; what it had of the one before goes by rule, and both are told. ${decided}; \`NOT_CONFIRMED\`: the new one has not said yes; ` +
      '`EXPIRED`: it has waited too long. INVALID_INPUT: `endsAffiliationId: REQUIRED` where it may be one of several, or `UNKNOWN`; `personId: UNKNOWN` or `SAME_PERSON`.',
  })
  async approveSuccession(
    @Arg('input', () => ApproveSuccessionInput, {
      validate: false,
      description: 'Which, and whom it is from.',
    })
    input: ApproveSuccessionInput,
    @Ctx() context: Context,
  ): Promise<Succession> {
    return readSuccession(context, await approveSuccession(context, input));
  }

  @Mutation(() => Succession, {
    description: `Avslå. Leaves the register as it is; those whom it is about are told why, in their language. ${decided}. INVALID_INPUT: \`reason: REQUIRED\` or \`TOO_LONG\`.`,
  })
  async refuseSuccession(
    @Arg('input', () => RefuseSuccessionInput, {
      validate: false,
      description: 'Which, and why.',
    })
    input: RefuseSuccessionInput,
    @Ctx() context: Context,
  ): Promise<Succession> {
    return readSuccession(context, await refuseSuccession(context, input));
  }

  @Mutation(() => Succession, {
    description:
      'Angre. Has a succession wait again that was decided a moment ago; what it wrote is taken back. NOT_FOUND: no such succession. FORBIDDEN: not theirs to decide. ' +
      'CONFLICT with reason `ALREADY_TOLD`: they have been told; `CHANGED_SINCE`: somebody has changed it again.',
  })
  async reopenSuccession(
    @Arg('input', () => ReopenSuccessionInput, { validate: false, description: 'Which.' })
    input: ReopenSuccessionInput,
    @Ctx() context: Context,
  ): Promise<Succession> {
    return readSuccession(context, await reopenSuccession(context, input));
  }
}
