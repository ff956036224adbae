import type { AudienceWord } from '#schema/directory/audience/AudienceWord.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { FilterField } from './filterWords.ts';
import { sentenceWords } from './sentenceWords.ts';

const tags: Readonly<Record<Locale, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** What is called by a common noun or in a few words, and so begins small within a sentence; in English languages do not. */
const common: ReadonlySet<string> = new Set([
  'kinds',
  'languageLevel',
  'topics',
  'willingness',
  'freshness',
]);

/** Utvalget i en setning: «Virksomheter på somali, i Oslo, med telefon». What is gone is named, and said to be. */
export function audienceSentence(
  { text, words }: { readonly text: string; readonly words: readonly AudienceWord[] },
  locale: Locale,
): string {
  const said = sentenceWords[locale];
  const either = new Intl.ListFormat(tags[locale], { type: 'disjunction' });
  const labelOf = ({ field, label, isGone }: AudienceWord): string => {
    const day = field === 'verifiedSince' ? dayIn(label, locale) : label;
    const isCommon = common.has(field) || (field === 'languages' && locale !== 'en');
    const own = isCommon ? inSentence(day) : day;
    return isGone ? filled(said.gone, own) : own;
  };
  const clauses: string[] = [];
  let who = said.everybody;
  for (const [field, those] of Map.groupBy(words, (it) => it.field as FilterField)) {
    const [{ value }] = those as [AudienceWord];
    if (field === 'only') who = said.onlyOf[value as 'PERSON'];
    else if (field === 'hasPhone') clauses.push(said.hasPhone[value as 'true']);
    else clauses.push(filled(said.fields[field], either.format(those.map(labelOf))));
  }
  if (text) clauses.push(filled(said.text, text));
  return [who, clauses.join(', ')].filter(Boolean).join(' ');
}

/** Not `replace` with a text: in that, `$&` would be more than it is. */
const filled = (sentence: string, list: string): string => sentence.replace('{list}', () => list);

const dayIn = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** «HIV» stays as it is. */
const inSentence = (label: string): string =>
  /^\p{Lu}\P{Lu}/u.test(label) ? label.charAt(0).toLocaleLowerCase() + label.slice(1) : label;
