import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { type Locale, locales } from '#schema/common/Locale.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { LinkWording } from './LinkWording.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import { pl } from './pl.ts';
import { so } from './so.ts';
import { ti } from './ti.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';

/** The words of each language. */
export const linkWords: Readonly<Record<LinkLanguage, LinkWording>> = {
  nb,
  nn,
  en,
  fa,
  ar,
  pl,
  so,
  ti,
  uk,
  ur,
};

export const linkLanguages: readonly LinkLanguage[] = Object.values(LinkLanguage);

/** The language that the register itself speaks to a reader of another. */
export const linkLocale = (language: LinkLanguage): Locale =>
  locales.find((locale) => locale === (language as string)) ?? 'nb';

const fromTheRight: readonly LinkLanguage[] = [LinkLanguage.AR, LinkLanguage.FA, LinkLanguage.UR];

/** Which way a language is written. */
export const directionOf = (language: LinkLanguage): 'rtl' | 'ltr' =>
  fromTheRight.includes(language) ? 'rtl' : 'ltr';

/** Languages that are read in the words of another: Dari in those of Persian, which are chosen so that both read them. */
const readAs: ReadonlyMap<string, LinkLanguage> = new Map([
  ['no', LinkLanguage.NB],
  ['prs', LinkLanguage.FA],
  ['pes', LinkLanguage.FA],
]);

/** The language of ours that somebody with a language reads, by its code; undefined where we have none. */
export const linkLanguageFor = (code: string): LinkLanguage | undefined =>
  readAs.get(code) ?? linkLanguages.find((language) => language === code);

/** The language that was asked for, else the first of the browser's that we have, else bokmål. */
export function linkLanguageOf(
  request: { acceptsLanguages(): string[] },
  asked?: unknown,
): LinkLanguage {
  const wanted = [asked, ...request.acceptsLanguages()].map(
    (tag) => String(tag).split('-')[0]?.toLowerCase() ?? '',
  );
  return wanted.map(linkLanguageFor).find(Boolean) ?? LinkLanguage.NB;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufeff]/;

/** The words with what belongs in them. What is written the other way stands apart from what is around it. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name] ?? '';
    return rightToLeft.test(value) === rightToLeft.test(text) ? value : `\u2068${value}\u2069`;
  });

/** A day, as the language writes it: of our calendar, in digits that everybody here reads. */
export const dayIn = (language: LinkLanguage, day: string): string =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
