import 'reflect-metadata';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { aCoordinator } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import { refusal, search } from './found.ts';
import { seedWorld } from './seedWorld.ts';

let world: World;
let close: () => Promise<void>;
let everything: number;

beforeAll(async () => {
  ({ world, close } = await seedWorld());
  ({ totalCount: everything } = await search(world, ''));
}, 120_000);

afterAll(() => close());

const outcomeOf = (count: number): string => {
  if (count === 0) return 'nothing';
  return count === everything ? 'everything' : 'some';
};

const codes = (kind: 'Language' | 'Area' | 'Topic' | 'Community'): string[] =>
  world
    .context(aCoordinator())
    .vocabulary.all(kind, 'nb')
    .map(({ code }) => code);

/** Statements: of the dictionary, of the hits, once more forgiving, for what to leave out, and of two kinds of record. */
const mostStatements = 6;

async function outcome(text: string, filter: object = {}): Promise<string> {
  const { data, errors, statements } = await world.ask<{ search: { totalCount: number } }>(
    aCoordinator(),
    `query ($text: Text, $filter: DirectoryFilter) { search(text: $text, filter: $filter, first: 100) {
       totalCount isCapped loosen { word filter count } facets { kinds { count } languages { count } areas { count } }
       nodes { ... on OrganisationHit { why { text } organisation { name } } ... on PersonHit { why { text } person { name } } } } }`,
    { text, filter },
  );
  if (errors) return String(errors[0]?.extensions?.['code']);
  expect(statements).toBeLessThanOrEqual(mostStatements);
  return outcomeOf(data?.search.totalCount ?? Number.NaN);
}

describe('whatever is typed has an honest answer', () => {
  const long = 'somali grorud telefon forening kvinner ';
  test.each<[string, string, string]>([
    ['nothing', '', 'everything'],
    ['blanks', ' \u00a0\u2003\t ', 'everything'],
    ['mere punctuation', '?!.,;:-–()[]{}/\\', 'everything'],
    ['direction marks', '\u200f\u202b\u2067\u061c', 'everything'],
    ['a word between direction marks', '\u202bsomali\u202c', 'some'],
    ['one letter', 'a', 'some'],
    ['one letter that begins nothing', 'ß̈', 'some'],
    ['one digit', '7', 'some'],
    ['little words alone', 'i og på av til med som', 'some'],
    ['little words before a word', 'hvem er det som kan snakke somali', 'some'],
    ['an emoji', '😀', 'nothing'],
    ['a family of them', '👨‍👩‍👧‍👦🏳️‍🌈', 'nothing'],
    ['an emoji beside a word', 'somali 😀', 'some'],
    ['one word of a thousand letters', 'x'.repeat(1_000), 'nothing'],
    ['a thousand different letters', 'abcdefghijklmnopqrstuvwxyzæøå'.repeat(34), 'nothing'],
    ['a thousand letters of words', long.repeat(25), 'nothing'],
    ['a thousand single letters', 'a b c d e f g h i j k l '.repeat(41), 'nothing'],
    ['more than a thousand letters', long.repeat(26), 'BAD_USER_INPUT'],
    ['a word a hundred times', 'somali '.repeat(100), 'some'],
    [
      'twelve misspelt words',
      'smalii grrorud tlefon frening kvinnr osol bregen nrge arabsk plosk eritera tigrnya',
      'nothing',
    ],
    ['accents without a letter', '\u0301\u0308\u0303', 'everything'],
    ['a hundred accents on a letter', `a${'\u0301'.repeat(100)}`, 'some'],
    ['SQL', "'; drop table directory_entry; --", 'nothing'],
    ['more SQL', "' or 1=1 union select * from person --", 'nothing'],
    ['a tsquery', "'somali':*A & !oslo | (x <-> y)", 'some'],
    ['its operators', ':* & | ! <-> ( ) <2>', 'some'],
    ['a lexeme of ours', 'X:everything', 'nothing'],
    ['patterns', '%_%.*^$', 'nothing'],
    ['a template', '${7*7}{{7*7}}', 'some'],
    ['a number of a thousand digits', '9'.repeat(1_000), 'nothing'],
    ['an address of a thousand letters', `${'a'.repeat(980)}@example.no`, 'some'],
    ['half a pair', '\ud83d', 'BAD_USER_INPUT'],
    ['a sign that ends texts', 'somali\u0000', 'BAD_USER_INPUT'],
    ['a bell', '\u0007', 'BAD_USER_INPUT'],
    ['private letters', '\ue000\uf8ff', 'nothing'],
    ['scripts together', 'سلام дніпро ሰላም தமிழ் somali', 'nothing'],
  ])('%s', async (_what, text, expected) => {
    expect(await outcome(text)).toBe(expected);
  });

  test('and leaves the register as it was', async () => {
    expect((await search(world, '')).totalCount).toBe(everything);
  });
});

describe('whatever is chosen has one too', () => {
  test('every language, area, topic, country and kind there is', async () => {
    const languages = codes('Language');
    const areas = codes('Area');
    expect(await outcome('', { languages })).toBe('some');
    expect(await outcome('', { areas })).toBe('some');
    expect(await outcome('', { languages, areas, topics: codes('Topic') })).toBe('some');
    expect(
      await outcome('somali forening', {
        languages,
        areas,
        topics: codes('Topic'),
        communities: codes('Community'),
        freshness: ['FRESH', 'DUE', 'STALE', 'UNKNOWN'],
        hasPhone: false,
        verifiedSince: '2020-01-01',
      }),
    ).toBe('nothing');
  });

  test('the same value again and again', async () => {
    expect(await outcome('', { languages: Array.from({ length: 400 }, () => 'so') })).toBe('some');
  });

  test('or a refusal that names it', async () => {
    const invalid = (fields: object) => ({ code: 'INVALID_INPUT', fields });
    const many = Array.from({ length: 501 }, (_, at) => `x${at}`);
    expect(await refusal(world, { filter: { languages: many } })).toEqual(
      invalid({ 'filter.languages': 'AT_MOST_500_VALUES' }),
    );
    expect(await refusal(world, { filter: { asText: many } })).toEqual(
      invalid({ 'filter.asText': 'AT_MOST_50_VALUES' }),
    );
    expect(await refusal(world, { filter: { areas: ["0301'; --"] } })).toEqual(
      invalid({ 'filter.areas': 'UNKNOWN_CODE' }),
    );
  });
});
