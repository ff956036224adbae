import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import { linkLocale, linkWords } from '#server/access/link/words/linkWords.ts';
import { ar } from './ar.ts';
import { fa } from './fa.ts';
import { pl } from './pl.ts';
import { so } from './so.ts';
import type { TermWording } from './TermWording.ts';
import { ti } from './ti.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';

/** The words of each language that is not one of the register's own. Drafts, as the others are. */
export const termWords: Partial<Readonly<Record<LinkLanguage, TermWording>>> = {
  ar,
  fa,
  pl,
  so,
  ti,
  uk,
  ur,
};

const ours: Readonly<Record<string, Readonly<Record<string, string>>>> = { nb, nn, en };

/** A term in words, and whose words they are where they are not those of the page. */
export interface ToldTerm {
  readonly text: string;
  readonly lang?: string;
}

interface Coded {
  readonly code: string;
  readonly name: string;
}

/** As the register has it. */
const asHere = (language: LinkLanguage, text: string): ToldTerm =>
  linkLocale(language) === (language as string) ? { text } : { text, lang: linkLocale(language) };

/** Made once for each language: making one costs more than a hundred names. */
const namers = new Map<string, Intl.DisplayNames>();

function displayName(
  language: LinkLanguage,
  type: 'language' | 'region',
  code: string,
): string | undefined {
  const key = `${language} ${type}`;
  const namer = namers.get(key) ?? new Intl.DisplayNames(language, { type, fallback: 'none' });
  namers.set(key, namer);
  try {
    return namer.of(code);
  } catch {
    return undefined;
  }
}

/** Språk. As the reader's language calls it; where that has no word for it, as its own speakers do: some of them are likely to read it. */
export function languageIn(
  language: LinkLanguage,
  { code, name, endonym }: Coded & { readonly endonym: string },
): ToldTerm {
  const known = displayName(language, 'language', code) ?? termWords[language]?.languages[code];
  if (known) return { text: known };
  if (termWords[language] && endonym) return { text: endonym, lang: code };
  return asHere(language, name);
}

/** Landbakgrunn. */
export function countryIn(language: LinkLanguage, { code, name }: Coded): ToldTerm {
  const known = displayName(language, 'region', code);
  return known ? { text: known } : asHere(language, name);
}

/** Tema. One that has come since the words were written is told as the register has it. */
export function topicIn(language: LinkLanguage, { code, name }: Coded): ToldTerm {
  const known = termWords[language]?.topics[code];
  return known ? { text: known } : asHere(language, name);
}

/** Område. The whole country in words; other places go by their own names everywhere. */
export function areaIn(
  language: LinkLanguage,
  { kind, name }: { readonly kind: string; readonly name: string },
): ToldTerm {
  if (kind.toUpperCase() === 'COUNTRY') return { text: linkWords[language].wholeCountry };
  return asHere(language, name);
}

/** Virksomhetstype. By the API's name of it. */
export function kindIn(language: LinkLanguage, kind: string): ToldTerm {
  const known = termWords[language]?.kinds[kind];
  const text = known ?? ours[linkLocale(language)]?.[`organisationKind.${kind}`] ?? kind;
  return known ? { text } : asHere(language, text);
}
