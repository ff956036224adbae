import { createHash } from 'node:crypto';

import { type Locale, locales } from '#schema/common/Locale.ts';
import type { ConsentWording } from './Consent.ts';
import { type ConsentPurpose, consentText, consentWording } from './consentWording.ts';
import translations from './consentTranslations.json' with { type: 'json' };

/** What somebody says yes to, and which text that is. */
export interface ConsentRead {
  readonly text: string;
  readonly wording: ConsentWording;
}

/**
 * Samtykketekst på lesbart språk. What somebody says yes to, in the language that they read: a yes to what one does not understand is none.
 * Where nobody has translated it, in bokmål. What is kept of it is which text it was, by its language and its hash.
 */
export function consentInAnyLanguage(purpose: ConsentPurpose, language: string): ConsentRead {
  const ours = locales.find((it) => it === language);
  const text = (translations as Partial<Record<ConsentPurpose, Record<string, string>>>)[purpose]?.[
    language
  ];
  if (ours || text === undefined) return official(purpose, ours ?? 'nb');
  const hash = createHash('sha256').update(text).digest('hex');
  return { text, wording: { version: consentWording(purpose, 'nb').version, language, hash } };
}

const official = (purpose: ConsentPurpose, locale: Locale): ConsentRead => ({
  text: consentText(purpose, locale),
  wording: consentWording(purpose, locale),
});
