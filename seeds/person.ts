import { ref } from '@mikro-orm/core';

import type { Purpose } from '#schema/access/Purpose.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Term } from '#schema/common/Term.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Consent } from '#schema/person/Consent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { type ConsentPurpose, consentWording } from '#schema/person/consentWording.ts';
import { lastDayOfConsent } from '#schema/language/lastDayOfConsent.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { PersonLanguage } from '#schema/person/PersonLanguage.ts';
import { PersonSource } from '#schema/person/PersonSource.ts';
import type { Willingness } from '#schema/person/Willingness.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import type { Language } from '#schema/vocabulary/Language.ts';
import type { ContactPointDetails } from './organisation.ts';

/** A person like any other. A day of verification alone means: by phone. */
export function aPerson({
  givenName = 'Synne',
  familyName = 'Prøve',
  areas = [],
  topics = [],
  willingness = [],
  verifiedOn = null,
  verifiedBy = verifiedOn ? VerificationMethod.PHONE : null,
  ...rest
}: Partial<Pick<Person, 'id' | 'givenName' | 'familyName' | 'verifiedOn' | 'verifiedBy'>> & {
  areas?: readonly Area[];
  topics?: readonly Term[];
  willingness?: readonly Willingness[];
} = {}): Person {
  return Object.assign(new Person(givenName, familyName), {
    areas: areas.map(({ number }) => number),
    topics: topics.map(({ number }) => number),
    willingness: [...willingness],
    verifiedOn,
    verifiedBy,
    ...rest,
  });
}

/** What a person masters of a language. Who speaks it understands it as well, unless told otherwise. */
export function aPersonLanguage(
  person: Person,
  language: Language,
  {
    speaks = LanguageLevel.FLUENT,
    understands = speaks,
    writes = null,
    ...rest
  }: Partial<Pick<PersonLanguage, 'id' | 'speaks' | 'understands' | 'writes'>> = {},
): PersonLanguage {
  return Object.assign(new PersonLanguage(person, language), {
    speaks,
    understands,
    writes,
    ...rest,
  });
}

/** A way to reach a person: by default a phone that reaches nobody. The value is sealed with the key of those who will read it. */
export function aPersonalContactPoint(
  person: Person,
  key: PersonalKey,
  {
    channel = ContactChannel.PHONE,
    value = '+4700000000',
    language = null,
    ...rest
  }: ContactPointDetails & { channel?: ContactChannel; value?: string } = {},
): PersonContactPoint {
  const point = Object.assign(new PersonContactPoint(person, channel), {
    language: language && ref(language),
    ...rest,
  });
  return point.sealed(value, key);
}

export function anAffiliation(
  person: Person,
  organisation: Organisation,
  {
    role = AffiliationRole.CONTACT,
    since = '2024-01-01',
    ...rest
  }: Partial<Pick<Affiliation, 'id' | 'role' | 'title' | 'since' | 'until' | 'isPrimary'>> = {},
): Affiliation {
  return Object.assign(new Affiliation(person, organisation, role, since), rest);
}

export function aPersonSource(
  person: Person,
  title: string,
  rest: Partial<Pick<PersonSource, 'id' | 'url' | 'year'>> = {},
): PersonSource {
  return Object.assign(new PersonSource(person, title), rest);
}

/** A yes that holds: to the text in bokmål, over the phone, until two years and sixty days after. */
export function aConsent(
  person: Person,
  purpose: Purpose,
  {
    id = crypto.randomUUID() as string,
    givenOn = '2026-06-01',
    method = ConsentMethod.PHONE,
    expiresOn = lastDayOfConsent(givenOn),
    withdrawnOn = null as string | null,
    withdrawnBy = null as ConsentMethod | null,
  } = {},
): Consent {
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const consent = new Consent(
    person,
    purpose,
    { givenAt: noon(givenOn), method, expiresOn },
    consentWording(purpose as ConsentPurpose, 'nb'),
  );
  return Object.assign(consent, {
    id,
    withdrawnAt: withdrawnOn && noon(withdrawnOn),
    withdrawnBy,
  });
}
