import type { Locale } from '#schema/common/Locale.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import { TermKind } from '#schema/directory/TermKind.ts';
import type { Meaning } from './Meaning.ts';

const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { nb, nn, en };

/** What the values of an enum are called, in the words that the screens use as well. */
const prefixes: Partial<Record<TermKind, string>> = {
  [TermKind.ORGANISATION_KIND]: 'organisationKind',
  [TermKind.RECORD_KIND]: 'recordKind',
  [TermKind.WILLINGNESS]: 'willingness',
};

/** A meaning that is no term, in words; its value where there are none. */
export function enumWords({ kind, value }: Meaning, locale: Locale): string {
  const prefix = prefixes[kind];
  const key = prefix ? `${prefix}.${value}` : `termKind.${kind.toUpperCase()}`;
  return messages[locale][key] ?? value;
}
