import { createIntl, type IntlShape } from 'react-intl';

import type { Locale } from '#schema/common/Locale.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };

/** Ord. What a file says beside what the register says, in the words of the screens. */
export type ExportWords = Pick<
  IntlShape,
  'formatMessage' | 'formatDate' | 'formatNumber' | 'formatList'
>;

const messages: Readonly<Record<Locale, Record<string, string>>> = { nb, nn, en };
const made = new Map<Locale, ExportWords>();

export function exportWords(locale: Locale): ExportWords {
  const known = made.get(locale);
  if (known) return known;
  const words = createIntl({
    locale,
    messages: messages[locale],
    timeZone: 'Europe/Oslo',
    // A word that is missing is one of ours, and the check of translations says so.
    onError: (error) => {
      throw error;
    },
  });
  made.set(locale, words);
  return words;
}
