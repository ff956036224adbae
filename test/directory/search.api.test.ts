import { describe, expect } from 'vitest';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { names, refusal, search } from './found.ts';

const vocabulary = readVocabulary(seedsFolder);
const area = (code: string): Area => vocabulary.areas.get(code)!;
const language = (code: string): Language => vocabulary.languages.get(code)!;
const topic = (code: string) => vocabulary.topics.get(code)!;
const community = (code: string) => vocabulary.communities.get(code)!;

/** A language as something that is there, to point at. */
const known = (world: World, code: string): Language =>
  world.em.getReference(Language, language(code).number as never) as unknown as Language;

describe('a name is found', () => {
  test('however it is written', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Grønland Åpne Kvinneforening' }));

    for (const text of [
      'Grønland Åpne Kvinneforening',
      'gronland apne kvinneforening',
      'groenland aapne kvinneforening',
      'kvinneforening grønland',
      'kvinneforening åpne grøn',
      'kvinne forening',
      'kvinneforeningen',
      'gønland',
      'grnøland',
      'grønand kvineforening',
      'kvinneforenign',
      'forening',
    ]) {
      expect(await names(world, text), text).toEqual(['Grønland Åpne Kvinneforening']);
    }
    expect(await names(world, 'grønland bergen')).toEqual([]);
  });

  test('when the register parts what the query joins', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Kurdisk kvinne gruppe' }));

    expect(await names(world, 'kvinnegruppe')).toEqual(['Kurdisk kvinne gruppe']);
  });

  test('by its other names, in any script, and by those in Latin letters', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Forening A' });
    await world.has(
      organisation,
      aName(organisation, 'جمعية السلام', { use: NameUse.TRANSLATION }),
      aName(organisation, 'Громада Дніпро', { use: NameUse.TRANSLATION }),
      aName(organisation, 'ማኅበር ሰላም', { use: NameUse.TRANSLATION }),
      aName(organisation, 'F.A.X.'),
    );

    for (const text of [
      'السلام',
      'سلام',
      'جمعيه',
      'дніпро',
      'громад',
      'hromada dnipro',
      'ሰላም',
      'selam',
      'fax',
    ]) {
      const { nodes } = await search(world, text);
      expect(nodes[0]?.organisation?.name, text).toBe('Forening A');
      expect(nodes[0]?.why[0], text).toMatchObject({ kind: 'ALIAS' });
    }
  });

  test('of a person, and by the organisations that they belong to today', async ({ world }) => {
    const person = aPerson({ givenName: 'Fadumo', familyName: 'Hassan-Lund' });
    const [now, before] = [
      anOrganisation({ name: 'Solsikken' }),
      anOrganisation({ name: 'Blåveisen' }),
    ];
    await world.has(
      person,
      now,
      before,
      anAffiliation(person, now),
      anAffiliation(person, before, { since: '2020-01-01', until: '2021-01-01' }),
    );

    expect(await names(world, 'hassan fadumo')).toEqual(['Fadumo Hassan-Lund']);
    expect(await names(world, 'fadumo solsikken')).toEqual(['Fadumo Hassan-Lund']);
    expect(await names(world, 'fadumo blåveisen')).toEqual([]);
    const { nodes } = await search(world, 'fadumo solsikken');
    expect(nodes[0]?.why).toEqual([
      { kind: 'NAME', word: 'fadumo', text: 'Fadumo Hassan-Lund', exact: true, isWider: false },
      { kind: 'AFFILIATION', word: 'solsikken', text: 'Solsikken', exact: true, isWider: false },
    ]);
  });

  test('by its new name at once, and no longer by the old', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Gammelnavnet' });
    const person = aPerson({ givenName: 'Ola', familyName: 'Prøve' });
    await world.has(organisation, person, anAffiliation(person, organisation));
    const em = world.em.fork({ keepTransactionContext: true });
    const found = await em.findOneOrFail(organisation.constructor as never, organisation.id);
    Object.assign(found, { name: 'Nyfunnet' });
    await em.flush();

    expect(await names(world, 'nyfunnet')).toEqual(['Nyfunnet', 'Ola Prøve']);
    expect(await names(world, 'gammelnavnet')).toEqual([]);
    expect(await names(world, 'gamelnavne')).toEqual([]);
  });

  test('whoever writes at the same time', async ({ committed: world }) => {
    const writers = Array.from({ length: 8 }, (_, at) =>
      world.has(
        anOrganisation({ name: at % 2 ? 'Alle Skriver Samtidig' : 'Samtidig Skriver Alle' }),
        anOrganisation({ name: `Skriver nummer${at}` }),
      ),
    );
    await Promise.all(writers);

    expect((await search(world, 'skriver')).totalCount).toBe(16);
    expect((await search(world, 'samtdig skriver')).totalCount).toBe(8);
    const { rows } = await world.pool.query(
      "select uses from directory_word where word in ('skriver', 'samtidig') order by word",
    );
    expect(rows).toEqual([{ uses: 8 }, { uses: 16 }]);
  });

  test('no more when it is gone', async ({ world }) => {
    const person = aPerson({ givenName: 'Borte', familyName: 'Vekk' });
    await world.has(person);
    const em = world.em.fork({ keepTransactionContext: true });
    em.remove(await em.findOneOrFail(person.constructor as never, person.id));
    await em.flush();

    expect(await names(world, 'borte')).toEqual([]);
    const { rows } = await world.pool.query(
      'select word from directory_word union all select word from directory_deletion',
    );
    expect(rows).toEqual([]);
  });
});

describe('words are understood', () => {
  test('as a language, a place, a topic, a kind, a phone', async ({ world }) => {
    const here = anOrganisation({
      name: 'Solsikken',
      languages: [language('so')],
      servedAreas: [area('030110')],
      topics: [topic('infection_control')],
    });
    const there = anOrganisation({
      name: 'Blåveisen',
      languages: [language('so')],
      servedAreas: [area('4601')],
    });
    await world.has(here, there, aContactPoint(here));

    expect(await names(world, 'hvem snakker somali i grorud')).toEqual(['Solsikken']);
    const { nodes, understood, totalCount } = await search(world, 'somali grorud vaksine telefon');
    expect(totalCount).toBe(1);
    expect(nodes[0]?.why).toEqual([
      { kind: 'LANGUAGE', word: 'somali', text: 'Somali', exact: true, isWider: false },
      { kind: 'AREA', word: 'grorud', text: 'Grorud', exact: true, isWider: false },
      {
        kind: 'TOPIC',
        word: 'vaksine',
        text: 'Smittevern og vaksinasjon',
        exact: true,
        isWider: false,
      },
      { kind: 'CONTACT', word: 'telefon', text: 'har telefon', exact: true, isWider: false },
    ]);
    expect(understood).toEqual([
      { word: 'somali', kind: 'LANGUAGE', value: 'so', label: 'Somali' },
      { word: 'grorud', kind: 'AREA', value: '030110', label: 'Grorud' },
      {
        word: 'vaksine',
        kind: 'TOPIC',
        value: 'infection_control',
        label: 'Smittevern og vaksinasjon',
      },
      { word: 'telefon', kind: 'HAS_PHONE', value: 'true', label: null },
    ]);
  });

  test('and still found as text, and as text alone when the chip is removed', async ({ world }) => {
    await world.has(
      anOrganisation({ name: 'Somali Nordic Culture' }),
      anOrganisation({ name: 'Solsikken', languages: [language('so')] }),
    );

    expect(await names(world, 'somali')).toEqual(['Somali Nordic Culture', 'Solsikken']);
    const alone = await search(world, 'somali', { filter: { asText: ['Somali'] } });
    expect(alone.nodes.map((hit) => hit.organisation?.name)).toEqual(['Somali Nordic Culture']);
    expect(alone.understood).toEqual([]);
  });

  test('in the language of the request', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Solsikken', topics: [topic('mental_health')] }));

    const { understood, nodes } = await search(world, 'psykisk helse', { locale: 'en' });
    expect(understood[0]?.label).toBe('Mental health');
    expect(nodes[0]?.why[0]?.text).toBe('Mental health');
  });

  test('kinds, communities and willingness too', async ({ world }) => {
    await world.has(
      anOrganisation({
        name: 'Al-Noor',
        kind: OrganisationKind.FAITH_COMMUNITY,
        servedAreas: [area('3301')],
      }),
      anOrganisation({ name: 'Asmara', communities: [community('ER')] }),
      aPerson({
        givenName: 'Kari',
        familyName: 'Prøve',
        willingness: [Willingness.CRISIS_MESSENGER],
      }),
    );

    expect(await names(world, 'moské drammen')).toEqual(['Al-Noor']);
    const { nodes } = await search(world, 'moské drammen', { locale: 'en' });
    expect(nodes[0]?.why[0]).toMatchObject({
      kind: 'KIND',
      text: 'Faith or life-stance community',
    });
    expect(await names(world, 'eritreisk')).toEqual(['Asmara']);
    expect(await names(world, 'krise')).toEqual(['Kari Prøve']);
    expect(await names(world, 'personer')).toEqual(['Kari Prøve']);
  });
});

describe('what serves a place', () => {
  test('is found from the place outwards, the nearest first', async ({ world }) => {
    const serving = (name: string, code: string) =>
      anOrganisation({ name, servedAreas: [area(code)] });
    await world.has(
      serving('Landet', 'NO'),
      serving('Fylket', '03'),
      serving('Byen', '0301'),
      serving('Bydelen', '030110'),
      serving('Naboen', '030111'),
      serving('Bergen', '4601'),
    );

    expect(await names(world, 'grorud')).toEqual(['Bydelen', 'Byen', 'Fylket', 'Landet']);
    expect(await names(world, '', { filter: { areas: ['030110'] } })).toEqual([
      'Bydelen',
      'Byen',
      'Fylket',
      'Landet',
    ]);
    expect(await names(world, 'oslo')).toEqual(['Bydelen', 'Byen', 'Naboen', 'Fylket', 'Landet']);
    expect(
      (await search(world, 'grorud')).nodes.map(({ why }) => [why[0]?.text, why[0]?.isWider]),
    ).toEqual([
      ['Grorud', false],
      ['Oslo', true],
      ['Oslo', true],
      ['Norge', true],
    ]);
  });

  test('is found by the trust that answers for it today', async ({ committed: world }) => {
    const [ahus, ous] = [
      anOrganisation({ name: 'Ahus', kind: OrganisationKind.HEALTH_TRUST }),
      anOrganisation({ name: 'OUS', kind: OrganisationKind.HEALTH_TRUST }),
    ];
    const authority = anOrganisation({ name: 'RHF', kind: OrganisationKind.HEALTH_AUTHORITY });
    const serving = (name: string, code: string) =>
      anOrganisation({ name, servedAreas: [area(code)] });
    await world.has(ahus, ous, authority);
    const em = world.em.fork();
    const catchment = (
      code: string,
      trust: { id: string },
      since: string,
      until: string | null = null,
    ) =>
      em
        .getConnection()
        .execute(
          `insert into catchment (id, area_number, care, trust_id, since, until, confidence) values (gen_random_uuid(), ?, 'somatic', ?, ?, ?, 'sure')`,
          [area(code).number, trust.id, since, until],
        );
    await catchment('030110', ahus, '2025-01-01');
    await catchment('030112', ahus, '2020-01-01', '2025-12-31');
    await catchment('030112', ous, '2026-01-01');
    await catchment('3205', ahus, '2025-01-01');
    await catchment('0301', ous, '2025-01-01');
    await world.has(
      serving('Grorudlaget', '030110'),
      serving('Alnalaget', '030112'),
      serving('Lillestrømlaget', '3205'),
      serving('Oslolaget', '0301'),
      serving('Bergenslaget', '4601'),
    );

    expect((await names(world, '', { filter: { trust: ahus.id } })).sort()).toEqual([
      'Grorudlaget',
      'Lillestrømlaget',
      'Oslolaget',
    ]);
    expect((await names(world, '', { filter: { trust: ous.id } })).sort()).toEqual([
      'Alnalaget',
      'Oslolaget',
    ]);
    expect(await names(world, '', { filter: { trust: authority.id } })).toEqual([]);
  });
});

describe('who can be reached now comes first', () => {
  test('a failed phone, a stale profile and a closed door do not count', async ({ world }) => {
    const laget = (name: string, rest: object = {}) =>
      anOrganisation({ name: `${name} laget`, verifiedOn: '2026-06-01', ...rest });
    const [working, failed, stale, closed, unknown, page] = [
      laget('Svarer'),
      laget('Avbrutt'),
      laget('Foreldet', { verifiedOn: '2023-01-01' }),
      laget('Nedlagt', { closedOn: '2026-01-01' }),
      laget('Ukjent', { verifiedOn: null }),
      laget('Bare nettside'),
    ];
    await world.has(
      working,
      failed,
      stale,
      closed,
      unknown,
      page,
      aContactPoint(working),
      aContactPoint(failed, { bouncedOn: '2026-10-01' }),
      aContactPoint(stale),
      aContactPoint(closed),
      aContactPoint(unknown, { channel: ContactChannel.EMAIL, value: 'post@example.no' }),
      aContactPoint(page, { channel: ContactChannel.WEBSITE, value: 'https://example.no' }),
    );

    const { nodes } = await search(world, 'laget');
    expect(nodes.map(({ organisation, isReachable }) => [organisation?.name, isReachable])).toEqual(
      [
        ['Svarer laget', true],
        ['Ukjent laget', true],
        ['Avbrutt laget', false],
        ['Bare nettside laget', false],
        ['Nedlagt laget', false],
        ['Foreldet laget', false],
      ],
    );
    expect(nodes.map(({ freshness }) => freshness.state)).toEqual([
      'FRESH',
      'UNKNOWN',
      'FRESH',
      'FRESH',
      'FRESH',
      'STALE',
    ]);
  });

  test('but the very name comes before all', async ({ world }) => {
    const [named, reachable] = [
      anOrganisation({ name: 'Noor' }),
      anOrganisation({ name: 'Noor kvinnenettverk' }),
    ];
    await world.has(named, reachable, aContactPoint(reachable));

    expect(await names(world, 'noor')).toEqual(['Noor', 'Noor kvinnenettverk']);
  });

  test('and what a word only begins comes last', async ({ world }) => {
    const [per, somebody] = [
      aPerson({ givenName: 'Per', familyName: 'Prøve' }),
      aPerson({ givenName: 'Ada', familyName: 'Prøve' }),
    ];
    await world.has(per, somebody, aPersonalContactPoint(somebody, personalKey));

    expect(await names(world, 'per')).toEqual(['Per Prøve', 'Ada Prøve']);
  });
});

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
      { kind: 'NUMBER', text: '974760673' },
    ]);
    for (const text of ['0011', '134', 'solsikken 2200', '+4622001134']) {
      expect(await names(world, text), text).toEqual([]);
    }
  });

  test('of people only by the whole of them, and only for those who may see them', async ({
    world,
  }) => {
    const person = aPerson({ givenName: 'Kari', familyName: 'Prøve' });
    await world.has(
      person,
      aPersonalContactPoint(person, personalKey, { value: '+4799001122' }),
      aPersonalContactPoint(person, personalKey, {
        channel: ContactChannel.EMAIL,
        value: 'kari@example.no',
      }),
    );

    for (const text of ['99001122', '+47 990 01 122', 'Kari@Example.no']) {
      expect(await names(world, text), text).toEqual(['Kari Prøve']);
      expect(await names(world, text, { viewer: aReader() }), text).toEqual([]);
    }
    for (const text of ['9900112', '001122', 'kari@example'])
      expect(await names(world, text), text).toEqual([]);
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
    expect(await refusal(world, { text: 'a'.repeat(201) })).toEqual(
      invalid({ text: 'AT_MOST_200_CHARACTERS' }),
    );
    expect(await refusal(world, { text: 'a '.repeat(13) })).toEqual(
      invalid({ text: 'AT_MOST_12_WORDS' }),
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
