import { z } from 'zod';

import type { Area } from '#schema/vocabulary/Area.ts';
import type { Community } from '#schema/vocabulary/Community.ts';
import type { Language } from '#schema/vocabulary/Language.ts';
import { TextDirection } from '#schema/vocabulary/TextDirection.ts';
import type { Topic } from '#schema/vocabulary/Topic.ts';
import { TopicGroup } from '#schema/vocabulary/TopicGroup.ts';
import { cell } from '#seeds/common/cell.ts';
import { found, readRows } from '#seeds/common/readRows.ts';
import { aCommunity, aLanguage, anArea, aTopic } from '#seeds/vocabulary.ts';

/** Every term there is, by its code. */
export interface Vocabulary {
  readonly areas: ReadonlyMap<string, Area>;
  readonly languages: ReadonlyMap<string, Language>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly communities: ReadonlyMap<string, Community>;
}

const countyRow = z.object({
  code: cell.text.regex(/^\d{2}$/, 'is not a county code of two digits'),
  name: cell.text,
  officialName: cell.text,
});

const municipalityRow = z.object({
  code: cell.text.regex(/^\d{4}$/, 'is not a municipality code of four digits'),
  name: cell.text,
  officialName: cell.text,
  county: cell.text,
  latitude: cell.decimal,
  longitude: cell.decimal,
});

const cityDistrictRow = z.object({
  code: cell.text.regex(/^\d{6}$/, 'is not a district code of six digits'),
  name: cell.text,
  officialName: cell.text,
  municipality: cell.text,
  latitude: cell.decimal,
  longitude: cell.decimal,
});

const languageRow = z.object({
  number: cell.whole,
  code: cell.text,
  nameNb: cell.text,
  nameNn: cell.text,
  nameEn: cell.text,
  endonym: cell.text,
  script: cell.orNull(cell.text),
  direction: cell.oneOf(TextDirection),
});

const topicRow = z.object({
  number: cell.whole,
  code: cell.text,
  group: cell.oneOf(TopicGroup),
  nameNb: cell.text,
  nameNn: cell.text,
  nameEn: cell.text,
});

const countryRow = z.object({
  number: cell.whole,
  code: cell.text.regex(/^[A-Z]{2}$/, 'is not a country code of two capital letters'),
});

/** Reads the terms from the data files, wholes before parts. */
export function readVocabulary(folder: string): Vocabulary {
  return {
    areas: readAreas(folder),
    languages: readLanguages(folder),
    topics: readTopics(folder),
    communities: readCommunities(folder),
  };
}

const byCode = <Term extends { code: string }>(terms: readonly Term[]) =>
  new Map(terms.map((term) => [term.code, term]));

function readAreas(folder: string): Map<string, Area> {
  const norway = anArea({
    code: 'NO',
    name: { nb: 'Norge', nn: 'Noreg', en: 'Norway' },
    officialName: 'Norge - Noreg - Norga - Vuodna - Nöörje',
  });
  const areas = byCode([norway]);

  const counties = readRows(folder, 'vocabulary/areas/counties.csv', countyRow, ['code']);
  for (const { fact } of counties) areas.set(fact.code, anArea({ ...fact, parent: norway }));

  const path = 'vocabulary/areas/municipalities.csv';
  const municipalities = readRows(folder, path, municipalityRow, ['code', 'name']);
  for (const { fact, at } of municipalities) {
    const { county, ...own } = fact;
    areas.set(own.code, anArea({ ...own, parent: found(areas, county, 'county', at) }));
  }

  const districts = readRows(folder, 'vocabulary/areas/cityDistricts.csv', cityDistrictRow, [
    'code',
  ]);
  for (const { fact, at } of districts) {
    const { municipality, ...own } = fact;
    areas.set(own.code, anArea({ ...own, parent: found(areas, municipality, 'municipality', at) }));
  }
  return areas;
}

function readLanguages(folder: string): Map<string, Language> {
  const rows = readRows(folder, 'vocabulary/languages.csv', languageRow, ['number', 'code']);
  return byCode(
    rows.map(({ fact: { nameNb, nameNn, nameEn, ...own } }) =>
      aLanguage({ ...own, name: { nb: nameNb, nn: nameNn, en: nameEn } }),
    ),
  );
}

function readTopics(folder: string): Map<string, Topic> {
  const rows = readRows(folder, 'vocabulary/topics.csv', topicRow, ['number', 'code']);
  return byCode(
    rows.map(({ fact: { nameNb, nameNn, nameEn, ...own } }) =>
      aTopic({ ...own, name: { nb: nameNb, nn: nameNn, en: nameEn } }),
    ),
  );
}

/** What the countries are called is not ours to keep: the runtime knows (CLDR). */
function readCommunities(folder: string): Map<string, Community> {
  const names = (locale: string) => new Intl.DisplayNames(locale, { type: 'region' });
  const [nb, nn, en] = [names('nb'), names('nn'), names('en')];
  const rows = readRows(folder, 'vocabulary/countries.csv', countryRow, ['number', 'code']);
  return byCode(
    rows.map(({ fact }) =>
      aCommunity({
        ...fact,
        name: { nb: nb.of(fact.code)!, nn: nn.of(fact.code)!, en: en.of(fact.code)! },
      }),
    ),
  );
}
