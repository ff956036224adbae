import type { Area } from '#schema/vocabulary/Area.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import type { NameGroup } from '#seeds/person/readInventedFacts.ts';
import { readInventedFacts } from '#seeds/person/readInventedFacts.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { Dice } from './Dice.ts';
import { tongues } from './tongues.ts';
import { Weights } from './Weights.ts';
import { WordStock } from './WordStock.ts';

/** A place as far as a synthesised register is concerned. */
export interface Place {
  readonly number: number;
  readonly name: string;
  /** The area around it: of a municipality its county, of a district its municipality. */
  readonly around: number;
  /** Languages that are heard there more than elsewhere. */
  readonly languages: readonly SpokenLanguage[];
}

/** A language as far as a synthesised register is concerned. */
export interface SpokenLanguage {
  readonly number: number;
  readonly code: string;
  /** Languages that those who speak it often speak as well. */
  readonly related: readonly SpokenLanguage[];
  readonly stock: WordStock;
  readonly names: NameGroup;
  /** The numbers of the countries where it is heard. */
  readonly countries: readonly number[];
}

/** How much less often than a place on the list of places one that is not on it comes up, before its rank. */
const elsewhere = 1.2;
/** The same for a language that is not on the list of languages. */
const rare = 0.4;

/** Grunnlag. What a synthesised register is drawn from: the terms of the vocabulary, each as often as it comes up. */
export class SyntheticFacts {
  readonly languages: Weights<SpokenLanguage>;
  readonly places: Weights<Place>;
  readonly groups: readonly { readonly names: NameGroup; readonly stock: WordStock }[];
  /** Numbers of topics, the first ones more often. */
  readonly topics: readonly number[];
  readonly country: number;
  readonly norwegian: SpokenLanguage;
  readonly nynorsk: SpokenLanguage;
  readonly english: SpokenLanguage;

  constructor(folder: string, vocabulary: Vocabulary) {
    const facts = readInventedFacts(folder, vocabulary);
    this.groups = facts.names.map((names, place) => {
      const tongue = tongues[place];
      if (!tongue?.language || !names.languages.includes(tongue.language)) {
        throw new Error(
          `The tongue ${tongue?.language} and the names of ${names.languages.join()} differ`,
        );
      }
      return { names, stock: new WordStock(tongue) };
    });
    const byCode = this.#languagesOf(vocabulary, facts.relatedTo);
    const often = new Map(facts.languages);
    this.languages = new Weights(
      [...byCode.values()].map((language) => [language, often.get(language.code) ?? rare]),
    );
    this.places = new Weights(placesOf(vocabulary, facts, byCode));
    this.topics = [...vocabulary.topics.values()].map(({ number }) => number);
    this.country = [...vocabulary.areas.values()].find(
      ({ kind }) => kind === AreaKind.COUNTRY,
    )!.number;
    this.norwegian = byCode.get('nb')!;
    this.nynorsk = byCode.get('nn')!;
    this.english = byCode.get('en')!;
  }

  /** A language that is heard in the place, or anywhere. */
  languageIn(place: Place, dice: Dice): SpokenLanguage {
    return place.languages.length > 0 && dice.happens(40)
      ? dice.pick(place.languages)
      : this.languages.draw(dice);
  }

  /** So many topics, no two alike. */
  topicsOf(count: number, dice: Dice): number[] {
    const chosen = new Set<number>();
    for (let time = 0; time < count; time += 1) {
      chosen.add(this.topics[dice.zipf(this.topics.length, 12)]!);
    }
    return [...chosen];
  }

  #languagesOf(
    { languages, communities }: Vocabulary,
    relatedTo: ReadonlyMap<string, readonly string[]>,
  ): Map<string, SpokenLanguage> {
    const byCode = new Map<string, SpokenLanguage & { related: SpokenLanguage[] }>();
    const other = this.groups.at(-1)!;
    for (const { code, number } of languages.values()) {
      const { names, stock } =
        this.groups.find((group) => group.names.languages.includes(code)) ?? other;
      const countries = stock.tongue.countries
        .split(' ')
        .flatMap((country) => communities.get(country)?.number ?? []);
      byCode.set(code, { code, number, names, stock, countries, related: [] });
    }
    for (const [code, related] of relatedTo) {
      byCode.get(code)!.related.push(...related.map((it) => byCode.get(it)!));
    }
    return byCode;
  }
}

function placesOf(
  { areas }: Vocabulary,
  { places, languagesOf }: Pick<ReturnType<typeof readInventedFacts>, 'places' | 'languagesOf'>,
  byCode: ReadonlyMap<string, SpokenLanguage>,
): [Place, number][] {
  const placeOf = (area: Area): Place => ({
    number: area.number,
    name: area.nameNb,
    around: area.parent!.getEntity().number,
    languages: (languagesOf.get(area.code) ?? []).map((code) => byCode.get(code)!),
  });
  const listed = new Set(places.map(([code]) => code));
  const small = [...areas.values()].filter(
    ({ kind, code }) =>
      (kind === AreaKind.MUNICIPALITY || kind === AreaKind.CITY_DISTRICT) && !listed.has(code),
  );
  return [
    ...places.map(([code, weight]): [Place, number] => [placeOf(areas.get(code)!), weight]),
    ...small.map((area, rank): [Place, number] => [placeOf(area), elsewhere / (1 + rank / 40)]),
  ];
}
