import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { type Locale, locales } from '#schema/common/Locale.ts';
import { Text } from '#schema/common/Text.ts';
import { Consent } from '#schema/person/Consent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { consentWording, isConsentPurpose } from '#schema/person/consentWording.ts';
import { lastDayOfConsent } from '#schema/language/lastDayOfConsent.ts';
import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findInScope } from './findInScope.ts';
import { mayRecordConsent } from './personRules.ts';

@InputType({ description: 'What a person has said yes to.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  personId!: string;

  @Field(() => Purpose, { description: 'What they said yes to. AUDIT needs nobody’s yes.' })
  purpose!: Purpose;

  @Field(() => ConsentMethod, { description: 'How they said it.' })
  method!: ConsentMethod;

  @Field(() => LocalDate, { description: 'The day on which they said it; not after today.' })
  givenOn!: string;

  @Field(() => String, { description: 'The language in which the text was read: nb, nn or en.' })
  language!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Registrere samtykke. Notes a yes, with the text that it was said to, until the profile is due for review and sixty days beyond.
 *
 * A yes that still holds is not said twice. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_GIVEN).
 */
export async function recordConsent(context: Context, input: RecordConsentInput): Promise<string> {
  const { personId, purpose, method, givenOn, language, reason } = input;
  ensure(mayRecordConsent, context.viewer, await findInScope(context, personId));
  const wrong: Record<string, string> = {};
  if (!isConsentPurpose(purpose)) wrong['purpose'] = 'NEEDS_NO_CONSENT';
  if (!isLocale(language)) wrong['language'] = 'NOT_A_LANGUAGE_OF_THE_TEXT';
  const expiresOn = lastDayOfConsent(givenOn);
  if (givenOn > context.today) wrong['givenOn'] = 'IN_THE_FUTURE';
  else if (expiresOn < context.today) wrong['givenOn'] = 'TOO_LONG_AGO';
  if (Object.keys(wrong).length || !isConsentPurpose(purpose) || !isLocale(language)) {
    throw new InvalidInput(wrong);
  }
  return change(context, { verb: 'recordConsent', reason }, async (em) => {
    // Two who note the same at once wait for each other here.
    const person = await em.findOneOrFail(
      Person,
      { id: personId, erasedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const holds = { withdrawnAt: null, expiresOn: { $gte: context.today } };
    if (await em.count(Consent, { person, purpose, ...holds })) throw new Conflict('ALREADY_GIVEN');
    const givenAt = new Date(`${givenOn}T12:00:00Z`);
    const wording = consentWording(purpose, language);
    const consent = new Consent(person, purpose, { givenAt, method, expiresOn }, wording);
    em.persist(consent);
    return consent.id;
  });
}

const isLocale = (language: string): language is Locale =>
  (locales as readonly string[]).includes(language);
