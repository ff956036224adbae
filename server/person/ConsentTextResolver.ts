import { Query, Resolver } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { locales } from '#schema/common/Locale.ts';
import { ConsentText } from '#schema/person/ConsentText.ts';
import { consentText, consentWording, isConsentPurpose } from '#schema/person/consentWording.ts';

const texts: readonly ConsentText[] = Object.values(Purpose)
  .filter(isConsentPurpose)
  .flatMap((purpose) =>
    locales.map((language) => ({
      purpose,
      language,
      version: consentWording(purpose, language).version,
      text: consentText(purpose, language),
    })),
  );

/** How the texts are asked for that people say yes to. */
@Resolver()
export class ConsentTextResolver {
  @Query(() => [ConsentText], {
    description:
      'What is read to somebody who is asked for a consent: the edition that `recordConsent` notes, for each purpose and in each language.',
  })
  consentTexts(): readonly ConsentText[] {
    return texts;
  }
}
