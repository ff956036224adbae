import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { AccessContact, whomToAsk } from './whomToAsk.ts';
import { admitStaff, AdmitStaffInput } from './admitStaff.ts';
import { changeRole, ChangeRoleInput } from './changeRole.ts';
import { disableStaff, DisableStaffInput } from './disableStaff.ts';
import { enableStaff, EnableStaffInput } from './enableStaff.ts';
import { listStaff, staffUserCalled } from './listStaff.ts';
import { StaffUserAnswer, StaffUserConnection } from './StaffUserAnswer.ts';

const refusals =
  'For those who manage users, and signed in anew less than ten minutes ago. STEP_UP_REQUIRED: they did not. NOT_FOUND: no such user. ' +
  'CONFLICT with reason `OWN_ACCESS`: nobody decides over their own; `LAST_ADMINISTRATOR`: nobody would be left to do this; ' +
  '`STALE_VERSION`: somebody else was first, `version` is the one to look at now.';

/** Who of the staff may sign in, and as what. */
@Resolver()
export class StaffResolver {
  @Query(() => StaffUserConnection, {
    description: 'Those who may sign in, and those who might before, by name.',
  })
  staffUsers(
    @Arg('text', () => Text, {
      nullable: true,
      description: 'Words in their name or address, or parts of words.',
    })
    text: string | null,
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
  ) {
    return listStaff(context, text, page);
  }

  @Query(() => [AccessContact], {
    description:
      'Whom to ask about access and about privacy: the administrators, then the privacy officers, each by name.',
  })
  whomToAsk(@Ctx() context: Context) {
    return whomToAsk(context);
  }

  @Mutation(() => StaffUserAnswer, {
    description: `Slippe inn. Lets somebody sign in from now on. ${refusals} INVALID_INPUT: \`fields\` says what is wrong, such as \`subject: ALREADY_ADMITTED\` or \`NATIONAL_IDENTITY_NUMBER\`.`,
  })
  async admitStaff(
    @Arg('input', () => AdmitStaffInput, { validate: false, description: 'Who, and as what.' })
    input: AdmitStaffInput,
    @Ctx() context: Context,
  ) {
    return staffUserCalled(context, await admitStaff(context, input));
  }

  @Mutation(() => StaffUserAnswer, {
    description: `Endre rolle. Gives somebody another role, and signs them out everywhere. ${refusals}`,
  })
  async changeRole(
    @Arg('input', () => ChangeRoleInput, { validate: false, description: 'Whose, and which.' })
    input: ChangeRoleInput,
    @Ctx() context: Context,
  ) {
    return staffUserCalled(context, await changeRole(context, input));
  }

  @Mutation(() => StaffUserAnswer, {
    description: `Sperre. Keeps somebody from signing in, and signs them out everywhere, at once. ${refusals}`,
  })
  async disableStaff(
    @Arg('input', () => DisableStaffInput, { validate: false, description: 'Whom.' })
    input: DisableStaffInput,
    @Ctx() context: Context,
  ) {
    return staffUserCalled(context, await disableStaff(context, input));
  }

  @Mutation(() => StaffUserAnswer, {
    description: `Åpne igjen. Lets somebody who was disabled sign in again. ${refusals}`,
  })
  async enableStaff(
    @Arg('input', () => EnableStaffInput, { validate: false, description: 'Whom.' })
    input: EnableStaffInput,
    @Ctx() context: Context,
  ) {
    return staffUserCalled(context, await enableStaff(context, input));
  }
}
