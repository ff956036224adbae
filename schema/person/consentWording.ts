import { createHash } from 'node:crypto';

import type { Purpose } from '#schema/access/Purpose.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { ConsentWording } from './Consent.ts';
import consentTexts from './consentTexts.json' with { type: 'json' };

/** Purposes that somebody can say yes to. Who asks what is kept of them needs nobody's yes. */
export type ConsentPurpose = keyof typeof consentTexts.texts;

export const isConsentPurpose = (purpose: Purpose): purpose is Purpose & ConsentPurpose =>
  purpose in consentTexts.texts;

/** Samtykketekst. What somebody says yes to, in a language. */
export const consentText = (purpose: ConsentPurpose, language: Locale): string =>
  consentTexts.texts[purpose][language];

/** Which text that is, so that it can be shown years later that it was this one. */
export const consentWording = (purpose: ConsentPurpose, language: Locale): ConsentWording => ({
  version: consentTexts.version,
  language,
  hash: createHash('sha256').update(consentText(purpose, language)).digest('hex'),
});
