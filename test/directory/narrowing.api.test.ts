import { describe, expect } from 'vitest';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aPerson, aPersonLanguage } from '#seeds/person.ts';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';
import { names, refusal, search } from './found.ts';
import { area, known, language } from './terms.ts';

describe('numbers', () => {
  test('of organisations are found by their beginning, phones also by their end', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Solsikken', number: '974760673' });
    await world.has(organisation, aContactPoint(organisation, { value: '+4722001134' }));

    for (const text of [
      '974760673',
      '974 760 673',
      '97476',
      '22001134',
      '+47 22 00 11 34',
      '004722001134',
      '2200',
      '1134',
    ]) {
      expect(await names(world, text), text).toEqual(['Solsikken']);
    }
    expect((await search(world, '974760673')).nodes[0]?.why).toMatchObject([
      { kind: 'NUMBER', text: '974 760 673' },
    ]);
    for (const text of ['0011', '134', 'solsikken 2200', '+4622001134']) {
      expect(await names(world, text), text).toEqual([]);
    }
  });

  test('that a viewer may not know of are found by nothing', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Solsikken' });
    await world.has(
      organisation,
      aContactPoint(organisation, { value: '+4722001134', audience: ContactAudience.CRISIS_ONLY }),
    );
    const asReader = { viewer: aReader() };

    expect(await names(world, '22001134')).toEqual(['Solsikken']);
    expect(await names(world, '22001134', asReader)).toEqual([]);
    expect(await names(world, 'telefon', asReader)).toEqual([]);
    expect(await names(world, '', { filter: { hasPhone: true } })).toEqual(['Solsikken']);
    expect(await names(world, '', { filter: { hasPhone: true }, ...asReader })).toEqual([]);
    expect(await names(world, '', { filter: { hasPhone: false }, ...asReader })).toEqual([
      'Solsikken',
    ]);
    const { nodes, facets } = await search(world, 'solsikken', { ...asReader, hasFacets: true });
    expect([nodes[0]?.isReachable, facets.hasPhone]).toEqual([false, 0]);
  });
});

describe('a filter narrows', () => {
  test('by level of language, of people alone', async ({ world }) => {
    const speaks = (name: string, level: LanguageLevel | null) => {
      const person = aPerson({ givenName: name, familyName: 'Prøve' });
      return [
        person,
        aPersonLanguage(person, known(world, 'ti'), {
          speaks: level,
          understands: LanguageLevel.FLUENT,
        }),
      ];
    };
    await world.has(
      ...speaks('Flytende', LanguageLevel.FLUENT),
      ...speaks('Godt', LanguageLevel.GOOD),
      ...speaks('Litt', LanguageLevel.BASIC),
      ...speaks('Forstår', null),
      anOrganisation({ name: 'Foreningen', languages: [language('ti')] }),
    );
    const found = async (languageLevel: string | null, text = '') =>
      (
        await names(world, text, { filter: { languages: text ? [] : ['ti'], languageLevel } })
      ).sort();

    expect(await found(null)).toEqual([
      'Flytende Prøve',
      'Foreningen',
      'Forstår Prøve',
      'Godt Prøve',
      'Litt Prøve',
    ]);
    expect(await found('GOOD')).toEqual(['Flytende Prøve', 'Foreningen', 'Godt Prøve']);
    expect(await found('FLUENT', 'tigrinja')).toEqual(['Flytende Prøve', 'Foreningen']);

    // An entry says its best level; one from before says those below it as well, and is found by the same questions.
    const { rows } = await world.pool.query<{ levels: number }>(
      `update directory_entry as e set lexemes = e.lexemes || array_to_tsvector(array['L:basic:' || e.languages[1], 'L:good:' || e.languages[1]])
       from directory_entry as before where before.id = e.id and e.name = 'Flytende Prøve'
       returning (select count(*)::integer from unnest(before.lexemes) where lexeme ~ '^L:[a-z]') as levels`,
    );
    expect(rows).toEqual([{ levels: 1 }]);
    expect(await found('GOOD')).toEqual(['Flytende Prøve', 'Foreningen', 'Godt Prøve']);
  });

  test('all fields together, any value of a list', async ({ world }) => {
    await world.has(
      anOrganisation({ name: 'A', languages: [language('so')], verifiedOn: '2026-01-01' }),
      anOrganisation({ name: 'B', languages: [language('ar')], verifiedOn: '2024-10-01' }),
      anOrganisation({ name: 'C', languages: [language('pl')], verifiedOn: '2026-01-01' }),
      anOrganisation({
        name: 'D',
        languages: [language('so')],
        kind: OrganisationKind.FAITH_COMMUNITY,
      }),
      aPerson({ givenName: 'E', familyName: 'E', willingness: [Willingness.OUTREACH] }),
    );
    const found = async (filter: object) => (await names(world, '', { filter })).sort();

    expect(await found({ languages: ['so', 'ar'] })).toEqual(['A', 'B', 'D']);
    expect(await found({ languages: ['so', 'ar'], kinds: ['IMMIGRANT_ORGANISATION'] })).toEqual([
      'A',
      'B',
    ]);
    expect(await found({ languages: ['so', 'ar'], freshness: ['FRESH', 'UNKNOWN'] })).toEqual([
      'A',
      'D',
    ]);
    expect(await found({ freshness: ['DUE'] })).toEqual(['B']);
    expect(await found({ verifiedSince: '2025-01-01' })).toEqual(['A', 'C']);
    expect(await found({ only: 'PERSON' })).toEqual(['E E']);
    expect(await found({ willingness: ['OUTREACH', 'COUNCIL_MEMBER'] })).toEqual(['E E']);
    expect(await found({ languages: [], kinds: null })).toEqual(['A', 'B', 'C', 'D', 'E E']);
  });

  test('the lists of organisations and people as it narrows the search', async ({ world }) => {
    const person = aPerson({ givenName: 'Ada', familyName: 'Somali' });
    await world.has(
      person,
      aPersonLanguage(person, known(world, 'so')),
      anOrganisation({ name: 'Solsikken', languages: [language('so')] }),
      anOrganisation({ name: 'Blåveisen' }),
    );

    const { data, errors, statements } = await world.ask(
      aCoordinator(),
      `{ organisations(text: "somali", first: 1) { totalCount nodes { name } edges { cursor node { name } } pageInfo { hasNextPage }
           facets { only { value count } languages { value count } } }
         people(filter: { languages: ["so"] }) { totalCount nodes { name } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      organisations: {
        totalCount: 1,
        nodes: [{ name: 'Solsikken' }],
        edges: [{ node: { name: 'Solsikken' } }],
        pageInfo: { hasNextPage: false },
        facets: {
          only: [{ value: 'ORGANISATION', count: 1 }],
          languages: [{ value: 'so', count: 1 }],
        },
      },
      people: { totalCount: 1, nodes: [{ name: 'Ada Somali' }] },
    });
    expect(statements).toBeLessThanOrEqual(5);
  });
});

describe('when nothing is found', () => {
  test('it says what to leave out', async ({ world }) => {
    await world.has(
      anOrganisation({
        name: 'Solsikken',
        languages: [language('so')],
        servedAreas: [area('4601')],
      }),
      anOrganisation({
        name: 'Blåveisen',
        languages: [language('so')],
        servedAreas: [area('5001')],
      }),
    );

    const { totalCount, loosen } = await search(world, 'somali bergen', {
      filter: { topics: ['work'] },
    });
    expect(totalCount).toBe(0);
    expect(loosen).toEqual([{ filter: 'topics', word: null, count: 1 }]);
    expect((await search(world, 'somali xqzxqz')).loosen).toEqual([
      { filter: null, word: 'xqzxqz', count: 2 },
    ]);
  });

  test('signs that no record has are honestly not found; marks that nobody sees are nothing', async ({
    world,
  }) => {
    await world.has(anOrganisation({ name: 'Solsikken' }));

    expect(await names(world, '😀')).toEqual([]);
    expect(await names(world, '\u200f\u202b')).toEqual(['Solsikken']);
    expect(await names(world, '  ?!  ')).toEqual(['Solsikken']);
    expect(await names(world, 'sol\u200bsik\u00adken')).toEqual(['Solsikken']);
    for (const text of [
      "'); drop table person; --",
      "a' | 'b",
      'sol & !sik',
      ':*',
      '\\',
      "'''",
      '%_%',
    ]) {
      expect(await names(world, text), text).not.toContain('x');
    }
  });
});

describe('bad input is refused with the field that is wrong', () => {
  test('codes, pages and cursors', async ({ world }) => {
    await world.has(anOrganisation({ name: 'A' }), anOrganisation({ name: 'B' }));
    const invalid = (fields: object) => ({ code: 'INVALID_INPUT', fields });

    expect(await refusal(world, { filter: { languages: ['so', 'qqq'] } })).toEqual(
      invalid({ 'filter.languages': 'UNKNOWN_CODE' }),
    );
    expect(await refusal(world, { filter: { areas: ['9999'] } })).toEqual(
      invalid({ 'filter.areas': 'UNKNOWN_CODE' }),
    );
    expect(await refusal(world, { filter: { trust: 'no' } })).toEqual(
      invalid({ 'filter.trust': 'UNKNOWN_TRUST' }),
    );
    expect(await refusal(world, { filter: { trust: crypto.randomUUID() } })).toEqual(
      invalid({ 'filter.trust': 'UNKNOWN_TRUST' }),
    );
    for (const first of [0, -1, 101]) {
      expect(await refusal(world, { first })).toEqual(invalid({ first: 'MUST_BE_1_TO_100' }));
    }
    const { edges } = await search(world, '', { first: 1 });
    const after = edges[0]?.cursor;
    const notOfThisList = invalid({ after: 'NOT_A_CURSOR_OF_THIS_LIST' });
    expect(await refusal(world, { text: 'a', after })).toEqual(notOfThisList);
    expect(await refusal(world, { filter: { only: 'PERSON' }, after })).toEqual(notOfThisList);
    expect(await refusal(world, { after: 'tull' })).toEqual(notOfThisList);
    expect(await names(world, '', { first: 1, after: after ?? null })).toEqual(['B']);
  });

  test('a stranger finds nothing out', async ({ world }) => {
    const { errors } = await world.ask(null, '{ search { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
