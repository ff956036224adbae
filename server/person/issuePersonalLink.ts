import { Field, ID, InputType } from 'type-graphql';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { ensure } from '#server/access/ensure.ts';
import { issueLink } from '#server/access/link/issueLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { findLinkable, type Linkable } from './findLinkable.ts';
import { mayIssueLink } from './personalLinkRules.ts';

@InputType({ description: 'To whom a personal link goes, and what it opens.' })
export class IssuePersonalLinkInput {
  @Field(() => ID, { description: 'The UUID of the organisation or person that it is about.' })
  recordId!: string;

  @Field(() => ID, {
    description:
      'The UUID of the e-mail address, or of the number for text messages, to send it to: one of the contact points of the record.',
  })
  contactPointId!: string;

  @Field(() => PersonalLinkPurpose, { description: 'What they are asked to do.' })
  purpose!: PersonalLinkPurpose;

  @Field(() => LinkLanguage, { description: 'The language of the letter.' })
  language!: LinkLanguage;

  @Field(() => LocalDate, {
    description: 'The last day on which it opens anything: after today, and within a year.',
  })
  expiresOn!: string;
}

const MOST_DAYS = 366;
/** By which a link goes. */
const written: ReadonlySet<ContactChannel> = new Set([ContactChannel.EMAIL, ContactChannel.SMS]);

/**
 * Sende personlig lenke. Lets those whom a record is about in to it, by a letter to an address or a text message to a number that the register has.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT.
 */
export async function issuePersonalLink(
  context: Context,
  input: IssuePersonalLinkInput,
): Promise<string> {
  const { viewer, database, linkKey } = context;
  const record = await findLinkable(context, input.recordId, input.contactPointId);
  ensure(mayIssueLink, viewer, record);
  refuseBad(input, record, context);

  const { contactPointId, purpose, language, expiresOn } = input;
  return inTransaction(database.pool, (run) =>
    issueLink(run, linkKey, context, {
      recordKind: record.kind,
      recordId: record.id,
      contactPointId,
      purpose,
      language,
      expiresOn,
      issuedBy: viewer.id,
    }),
  );
}

function refuseBad(
  { expiresOn }: IssuePersonalLinkInput,
  { channel, hasBounced }: Linkable,
  { today, textsLeadTo }: Pick<Context, 'today' | 'textsLeadTo'>,
): void {
  const wrong: Record<string, string> = {};
  if (channel === null) wrong['contactPointId'] = 'UNKNOWN';
  else if (!written.has(channel)) wrong['contactPointId'] = 'NOT_AN_EMAIL_ADDRESS';
  else if (channel === ContactChannel.SMS && !textsLeadTo) {
    wrong['contactPointId'] = 'NO_TEXT_MESSAGES';
  } else if (hasBounced) wrong['contactPointId'] = 'HAS_BOUNCED';
  if (expiresOn <= today) wrong['expiresOn'] = 'MUST_BE_AFTER_TODAY';
  else if (daysBetween(today, expiresOn) > MOST_DAYS) wrong['expiresOn'] = 'AT_MOST_A_YEAR';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
