import { describe, expect } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { personalKey, test } from '#test/support/world.ts';
import { names, search } from './found.ts';
import { area, community, known, language, topic } from './terms.ts';

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

describe('reasons', () => {
  test('are told once, with all the words that were found there', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Oslo Røde Kors' }));

    const { nodes } = await search(world, 'kors røde');
    expect(nodes[0]?.why).toEqual([
      { kind: 'NAME', word: 'kors røde', text: 'Oslo Røde Kors', exact: true, isWider: false },
    ]);
    const misspelt = await search(world, 'krøs røde');
    expect(misspelt.nodes[0]?.why).toMatchObject([{ kind: 'NAME', word: 'krøs', exact: false }]);
  });

  test('write numbers as people do', async ({ world }) => {
    const reachable = anOrganisation({ name: 'Solsikken', number: '987200995' });
    await world.has(reachable, aContactPoint(reachable, { value: '+47 004 31 754' }));

    const reasons = async (text: string) =>
      (await search(world, text)).nodes.flatMap(({ why }) => why.map((it) => it.text));
    expect(await reasons('987200')).toEqual(['987 200 995']);
    expect(await reasons('+4700431754')).toEqual(['+47 004 31 754']);
    expect(await reasons('31754')).toEqual(['31754']);
  });

  test('say the kind that was asked for', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Solsikken', kind: OrganisationKind.HEALTH_TRUST }));

    const { nodes } = await search(world, 'helseforetak');
    expect(nodes[0]?.why.map(({ kind }) => kind)).toEqual(['KIND']);
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

  test('and what was never verified has no advantage of its name', async ({ world }) => {
    await world.has(
      anOrganisation({ name: 'Somali senter', verifiedOn: null }),
      anOrganisation({
        name: 'Solsikken',
        languages: [language('so')],
        verifiedOn: '2026-06-01',
      }),
      anOrganisation({ name: 'Zomer Somali lag', verifiedOn: '2026-06-01' }),
    );

    const expected = ['Zomer Somali lag', 'Solsikken', 'Somali senter'];
    expect(await names(world, 'somali')).toEqual(expected);
    const [first] = (await search(world, 'somali', { first: 1 })).edges;
    expect(await names(world, 'somali', { after: first?.cursor ?? null })).toEqual(
      expected.slice(1),
    );
    expect((await names(world, 'somali senter'))[0]).toBe('Somali senter');
  });

  test('and of people, who masters the language comes before who gets by', async ({ world }) => {
    const speaker = (givenName: string, speaks: LanguageLevel) => {
      const person = aPerson({ givenName, verifiedOn: '2026-06-01' });
      return [person, aPersonLanguage(person, known(world, 'so'), { speaks })];
    };
    await world.has(
      ...speaker('Anna', LanguageLevel.BASIC),
      ...speaker('Berit', LanguageLevel.GOOD),
      ...speaker('Cecilie', LanguageLevel.FLUENT),
    );

    const expected = ['Cecilie Prøve', 'Berit Prøve', 'Anna Prøve'];
    expect(await names(world, 'somali')).toEqual(expected);
    expect(await names(world, '', { filter: { languages: ['so'] } })).toEqual(expected);
    expect(await names(world, '', { filter: { only: 'PERSON' } })).toEqual(expected.toReversed());
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
