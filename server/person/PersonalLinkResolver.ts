import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkText } from '#schema/access/LinkText.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { PersonalLink } from '#schema/access/PersonalLink.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { readAll, readOne, type Where } from '#server/common/read.ts';
import { given, later, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { issuePersonalLink, IssuePersonalLinkInput } from './issuePersonalLink.ts';
import { readLinkText } from './readLinkText.ts';
import { revokePersonalLink, RevokePersonalLinkInput } from './revokePersonalLink.ts';

const thatLive: Where = (plan) => {
  const today = later(({ context }) => context.today);
  return sql`${plan.column('recordId')} = ${given('recordId')}::uuid and ${plan.column('revokedAt')} is null
    and ${plan.column('expiresOn')} >= ${today}::date`;
};

/** How personal links are sent, looked over and taken back. */
@Resolver(() => PersonalLink)
export class PersonalLinkResolver {
  @Query(() => [PersonalLink], {
    description: 'The personal links to a record that still open it, the latest first.',
  })
  personalLinks(
    @Arg('recordId', () => ID, { description: 'The UUID of the organisation or person.' })
    recordId: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!isUuid(recordId)) return [];
    const latestFirst = [{ property: 'issuedAt', descending: true }];
    return readAll(context, info, thatLive, latestFirst, { recordId });
  }

  @Query(() => LinkText, {
    nullable: true,
    description:
      'What a text message with a personal link would say; null where nobody carries text messages. NOT_FOUND: no such organisation or person.',
  })
  personalLinkText(
    @Arg('recordId', () => ID, { description: 'The UUID of the organisation or person.' })
    recordId: string,
    @Arg('language', () => LinkLanguage, { description: 'The language of the message.' })
    language: LinkLanguage,
    @Arg('expiresOn', () => LocalDate, { description: 'The last day on which the link works.' })
    expiresOn: string,
    @Ctx() context: Context,
  ): Promise<LinkText | null> {
    return readLinkText(context, recordId, language, expiresOn);
  }

  @Mutation(() => PersonalLink, {
    description:
      'Sende personlig lenke. Sends an e-mail or a text message that lets those whom a record is about in to it, without an account. The secret is in it and nowhere else. ' +
      'For those who may write on the record. NOT_FOUND: no such organisation or person. FORBIDDEN: not theirs to write on. INVALID_INPUT: `contactPointId: UNKNOWN`, ' +
      '`NOT_AN_EMAIL_ADDRESS`, `NO_TEXT_MESSAGES` (nobody carries them) or `HAS_BOUNCED`, `expiresOn: MUST_BE_AFTER_TODAY` or `AT_MOST_A_YEAR`.',
  })
  async issuePersonalLink(
    @Arg('input', () => IssuePersonalLinkInput, {
      validate: false,
      description: 'To whom, about what, in which language, until when.',
    })
    input: IssuePersonalLinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await issuePersonalLink(context, input));
  }

  @Mutation(() => PersonalLink, {
    description:
      'Trekke tilbake personlig lenke. It opens nothing from now on, and whoever came in by it is out. NOT_FOUND: no such link. FORBIDDEN: not theirs to take back.',
  })
  async revokePersonalLink(
    @Arg('input', () => RevokePersonalLinkInput, { validate: false, description: 'Which link.' })
    input: RevokePersonalLinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await revokePersonalLink(context, input));
  }
}
