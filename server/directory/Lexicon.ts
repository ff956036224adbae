import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import type { AreaRow, TermRow, Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import { demonyms } from './demonyms.ts';
import { foldedWords, searchableWords } from './fold.ts';
import { deletions, distance, forgiven } from './misspelling.ts';
import {
  emptyWords,
  negations,
  wordsForKinds,
  wordsForLanguages,
  wordsForPhone,
  wordsForRecords,
  wordsForTopics,
  wordsForWillingness,
} from './plainWords.ts';

/** Betydning. What a word can be understood as: a term of a vocabulary, or a value of an enum. */
export interface Meaning {
  readonly kind: TermKind;
  /** The code of the term, or the name of the enum's value. */
  readonly value: string;
  /** The number of the term, or the value of the enum. */
  readonly key: number | string;
  readonly area: AreaRow | null;
}

/** How a phrase names its meaning: by all of its name, by the name of its family («arabisk»), by one word of several. */
export type Naming = 'whole' | 'family' | 'part';

export interface Named {
  readonly meaning: Meaning;
  readonly naming: Naming;
}

/** Whether it is called that, so that a query which says so is told how it was understood. */
export const isChip = ({ naming }: Named): boolean => naming !== 'part';

/** How people add to a language's name without changing what it names. */
const LANGUAGE_ENDINGS = [
  'spraklig',
  'spraklige',
  'sprakleg',
  'spraklege',
  'talende',
  'talande',
  'sprak',
  'spraket',
];
const LANGUAGE_FOLLOWERS = [
  'speaking',
  'speakers',
  'speaker',
  'sprak',
  'language',
  'talende',
  'talande',
  'spraklig',
];

/** Places are called by these too: Bydel Grorud, Grorud bydel, Drammen kommune. */
const AREA_BEFORE: Readonly<Record<string, readonly string[]>> = {
  city_district: ['bydel', 'bydelen'],
};
const AREA_AFTER: Readonly<Record<string, readonly string[]>> = {
  city_district: ['bydel'],
  municipality: ['kommune', 'municipality'],
  county: ['fylke', 'fylkeskommune', 'county'],
  country: [],
};

const phrases = (text: string): string[] => text.split(';').map((phrase) => phrase.trim());
const folded = (text: string): string => foldedWords(text).join(' ');

/**
 * Ordforråd. Every word by which a language, an area, a topic, a community, a kind … is called, in three languages and its own, with
 * the misspellings of each. Made once from the vocabulary in memory.
 */
export class Lexicon {
  readonly #named = new Map<string, Named[]>();
  /** Every phrase, and every later word of a phrase, in order: what a beginning may become. */
  #sorted: readonly string[] = [];
  readonly #misspellings = new Map<string, string[]>();
  /** Words that may be misspelt, and how often at most. */
  readonly #words = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    this.addLanguages(vocabulary.all('Language', 'nb'));
    this.addAreas(vocabulary.areas('nb'));
    this.addTopics(vocabulary.all('Topic', 'nb'));
    this.addCommunities(vocabulary.all('Community', 'nb'));
    this.addEnums();
    this.#sorted = [...this.#named.keys()].sort(byCodeUnits);
    for (const word of this.#words.keys()) {
      for (const deletion of deletions(word)) {
        const known = this.#misspellings.get(deletion);
        if (known) known.push(word);
        else this.#misspellings.set(deletion, [word]);
      }
    }
  }

  /** What is called exactly this; by a single word of its name only where nothing is called just that. */
  exactly(phrase: string): readonly Named[] {
    const all = this.#named.get(phrase) ?? [];
    const better = all.filter(({ naming }) => naming !== 'part');
    return better.length ? better : all;
  }

  /** What may be meant by these first letters. */
  beginningWith(start: string): Named[] {
    const found = new Map<Meaning, Named>();
    for (let at = lowerBound(this.#sorted, start); at < this.#sorted.length; at++) {
      const phrase = this.#sorted[at] ?? '';
      if (!phrase.startsWith(start)) break;
      for (const named of this.#named.get(phrase) ?? []) {
        const known = found.get(named.meaning);
        if (!known || known.naming === 'part') found.set(named.meaning, named);
      }
    }
    return [...found.values()];
  }

  hasBeginning(start: string): boolean {
    return this.#sorted[lowerBound(this.#sorted, start)]?.startsWith(start) ?? false;
  }

  has(phrase: string): boolean {
    return this.#named.has(phrase);
  }

  /** Words within the forgiven distance. */
  near(word: string): string[] {
    const limit = forgiven(word);
    const candidates = new Set(deletions(word).flatMap((it) => this.#misspellings.get(it) ?? []));
    return [...candidates].filter(
      (it) => distance(word, it, limit) <= Math.min(limit, this.#words.get(it) ?? 0),
    );
  }

  private addLanguages(languages: readonly TermRow[]): void {
    const families: [string, Meaning][] = [];
    for (const language of languages) {
      const meaning = termMeaning(TermKind.LANGUAGE, language);
      const bare = new Set<string>();
      for (const name of namesOf(language)) {
        const [family = '', variants = ''] = name.split('(');
        bare.add(name.replace(/[()]/g, ' '));
        if (!variants) continue;
        for (const variant of variants.replace(')', '').split('/')) bare.add(variant);
        families.push([family, meaning]);
      }
      for (const word of phrases(wordsForLanguages[language.code] ?? '')) bare.add(word);
      const endonym = String(language['endonym'] ?? '');
      for (const name of bare) this.addLanguageName(name, meaning, 'whole');
      this.add(endonym, meaning, 'whole');
      // «ትግርኛ» is also «tigirinya»; of a name in several words one alone may mean anything.
      const [alone = '', ...others] = foldedWords(endonym);
      const latin = others.length ? [] : searchableWords(alone).filter((word) => word.length > 3);
      for (const word of latin) this.add(word, meaning, 'whole');
    }
    for (const [family, meaning] of families) {
      const alone = !this.#named.get(folded(family))?.some(({ naming }) => naming === 'whole');
      this.addLanguageName(family, meaning, alone ? 'family' : 'part');
    }
  }

  private addLanguageName(name: string, meaning: Meaning, naming: Naming): void {
    const base = folded(name);
    if (!base) return;
    this.add(base, meaning, naming);
    const forms = base.endsWith('sk') ? [`${base}e`] : [`${base}sk`, `${base}ske`];
    for (const form of forms) this.addForm(folded(form), meaning, naming);
    if (base.includes(' ')) return;
    for (const ending of LANGUAGE_ENDINGS) this.addForm(folded(base + ending), meaning, naming);
    for (const follower of LANGUAGE_FOLLOWERS)
      this.addForm(`${base} ${folded(follower)}`, meaning, naming);
  }

  private addAreas(areas: readonly AreaRow[]): void {
    for (const area of areas) {
      const meaning: Meaning = { ...termMeaning(TermKind.AREA, area), area };
      // Oslo the county is Oslo the municipality; who says Oslo means the latter, which finds the county's too.
      const isSameAsItsOnly =
        area.children.length === 1 && area.children[0]?.nameNb === area.nameNb;
      const official = area.officialName.split(/ - |\//);
      for (const written of new Set([...namesOf(area), ...official])) {
        const name = written.replace(/\(.*\)/, '');
        const base = folded(name);
        const others = [folded(written), base.replace(/^st /, 'sankt ')];
        if (!isSameAsItsOnly)
          for (const form of new Set([base, ...others])) this.add(form, meaning, 'whole');
        for (const word of AREA_BEFORE[area.kind] ?? [])
          this.addForm(`${folded(word)} ${base}`, meaning, 'whole');
        for (const word of AREA_AFTER[area.kind] ?? [])
          this.addForm(`${base} ${folded(word)}`, meaning, 'whole');
      }
      if (area.parent === null) {
        for (const word of [
          'hele landet',
          'heile landet',
          'landsdekkende',
          'landsdekkande',
          'nationwide',
        ]) {
          this.addForm(folded(word), meaning, 'whole');
        }
      }
    }
  }

  private addTopics(topics: readonly TermRow[]): void {
    for (const topic of topics) {
      const meaning = termMeaning(TermKind.TOPIC, topic);
      for (const name of namesOf(topic)) {
        this.add(name.replace(/[()]/g, ' '), meaning, 'whole');
        for (const section of sectionsOf(name)) this.add(section, meaning, 'whole');
      }
      for (const word of phrases(wordsForTopics[topic.code] ?? ''))
        this.add(word, meaning, 'whole');
    }
  }

  private addCommunities(communities: readonly TermRow[]): void {
    for (const community of communities) {
      const meaning = termMeaning(TermKind.COMMUNITY, community);
      for (const name of namesOf(community)) {
        this.add(name.replace(/[()]/g, ' '), meaning, 'whole');
        this.add(name.replace(/\(.*\)/, ''), meaning, 'whole');
      }
      for (const word of (demonyms[community.code] ?? '').split(' ')) {
        const base = folded(word);
        if (!base) continue;
        this.add(base, meaning, 'whole');
        const endings = endingsOf(base);
        for (const ending of endings) this.addForm(folded(base + ending), meaning, 'whole');
      }
    }
  }

  private addEnums(): void {
    const enumMeaning = (kind: TermKind, key: string): Meaning => ({
      kind,
      value: key.toUpperCase(),
      key,
      area: null,
    });
    for (const kind of Object.values(OrganisationKind)) {
      const meaning = enumMeaning(TermKind.ORGANISATION_KIND, kind);
      for (const phrase of phrases(wordsForKinds[kind])) this.add(phrase, meaning, 'whole', false);
    }
    for (const willingness of Object.values(Willingness)) {
      const meaning = enumMeaning(TermKind.WILLINGNESS, willingness);
      for (const phrase of phrases(wordsForWillingness[willingness]))
        this.add(phrase, meaning, 'whole', false);
    }
    for (const record of Object.values(RecordKind)) {
      const meaning = enumMeaning(TermKind.RECORD_KIND, record);
      for (const phrase of phrases(wordsForRecords[record]))
        this.add(phrase, meaning, 'whole', false);
    }
    const phone: Meaning = { kind: TermKind.HAS_PHONE, value: 'true', key: 'true', area: null };
    for (const phrase of phrases(wordsForPhone)) this.add(phrase, phone, 'whole', false);
  }

  /** A name: its words may be misspelt, and each of them alone reminds of it. */
  private add(name: string, meaning: Meaning, naming: Naming, hasParts = true): void {
    const words = foldedWords(name);
    this.addForm(words.join(' '), meaning, naming);
    for (const word of words) {
      if (emptyWords.has(word) || negations.has(word)) continue;
      // Common words lie near each other: «kvinner» is not a misspelt «kriser».
      const slips = hasParts ? 2 : 1;
      if (word.length > 2) this.#words.set(word, Math.max(slips, this.#words.get(word) ?? 0));
      if (hasParts && words.length > 1 && word.length > 2) this.addForm(word, meaning, 'part');
    }
  }

  /** A form that follows by rule: taken as it stands. */
  private addForm(phrase: string, meaning: Meaning, naming: Naming): void {
    if (!phrase) return;
    const all = this.#named.get(phrase) ?? [];
    this.#named.set(phrase, all);
    const at = all.findIndex((named) => named.meaning === meaning);
    if (at === -1) all.push({ meaning, naming });
    else if (all[at]?.naming === 'part') all[at] = { meaning, naming };
  }
}

/** How a name of a people goes on: somalisk-e, somalier-e, somaliar-ane, Somali-s. */
function endingsOf(demonym: string): string[] {
  if (demonym.endsWith('sk')) return ['e'];
  if (demonym.endsWith('er')) return ['e', 'ne'];
  return demonym.endsWith('ar') ? ['ane'] : ['s'];
}

/**
 * What a topic's name lists: «Smittevern og vaksinasjon» is both. Not «Mangfold blant ansatte og ledere», whose last word alone is
 * something else, nor the first half of «Pasient- og pårørendeopplæring».
 */
function sectionsOf(name: string): string[] {
  const [before = '', within = ''] = name.split(/[()]/);
  const listed = before.split(/,| og | and /).map((section) => section.trim());
  const isList = listed.every(
    (section) => !section.endsWith('-') && section.split(' ').length <= 2,
  );
  const added = /\s/.test(within.trim()) ? [] : [within];
  return [...(isList ? listed : [before]), ...added];
}

const termMeaning = (kind: TermKind, term: TermRow): Meaning => ({
  kind,
  value: term.code,
  key: term.number,
  area: null,
});

const namesOf = ({ nameNb, nameNn, nameEn }: TermRow): string[] => [
  ...new Set([nameNb, nameNn, nameEn]),
];

const byCodeUnits = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

function lowerBound(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary, made at the first question and kept as long as the vocabulary. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known) return known;
  const lexicon = new Lexicon(vocabulary);
  lexicons.set(vocabulary, lexicon);
  return lexicon;
}
