import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { RegisterLookup } from '#schema/directory/register/RegisterLookup.ts';
import type { Context } from '#server/context.ts';
import { lookUpOrganisation } from './lookUpOrganisation.ts';

/** How the registers of others are asked. */
@Resolver()
export class RegisterResolver {
  @Query(() => RegisterLookup, {
    description:
      'Slå opp. Asks Enhetsregisteret for an organisation, by its number or by its name, for those who write in the register. That it cannot be asked is told in `reach`. ' +
      'INVALID_INPUT: `text: NOT_A_NUMBER`, `TOO_SHORT` or `TOO_LONG`.',
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
}
