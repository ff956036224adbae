import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { loadReference } from '#seeds/reference.ts';
import type { Database } from '#server/orm.ts';
import { cloneOf, test } from '#test/support/world.ts';

describe('the reference, loaded', () => {
  let database: Database;
  beforeAll(async () => {
    database = await cloneOf(inject('templateUrl'));
    await loadReference(database.orm.em);
  });
  afterAll(() => database.close());

  const rowsOf = async <Row extends object>(sql: string) =>
    (await database.pool.query<Row>(sql)).rows;
  const figure = async (sql: string) => Number(Object.values((await rowsOf(sql))[0]!)[0]);

  test('has every fact there is', async () => {
    const areas = await rowsOf(
      'select kind, count(*)::int from area group by kind order by count(*)',
    );
    expect(areas).toEqual([
      { kind: 'country', count: 1 },
      { kind: 'county', count: 15 },
      { kind: 'city_district', count: 38 },
      { kind: 'municipality', count: 357 },
    ]);
    expect(await figure('select count(*) from language')).toBe(117);
    expect(await figure("select count(*) from language where direction = 'rtl'")).toBe(21);
    expect(await figure('select count(*) from topic')).toBe(77);
    expect(await figure('select count(distinct "group") from topic')).toBe(6);
    expect(await figure('select count(*) from community')).toBe(197);
    const bodies = "('health_authority', 'health_trust', 'hospital')";
    expect(await figure(`select count(*) from organisation where kind in ${bodies}`)).toBe(49);
    expect(await figure(`select count(*) from organisation where kind not in ${bodies}`)).toBe(
      1017,
    );
    expect(await figure('select count(*) from organisation_source')).toBeGreaterThan(1066);
  });

  test('every organisation number has the right check digit', async () => {
    const numbers = await rowsOf<{ number: string }>(
      'select number from organisation where number is not null',
    );

    expect(numbers.filter(({ number }) => !isOrganisationNumber(number))).toEqual([]);
  });

  test('on any day since 2025 one trust answers for each municipality and each district of Oslo', async () => {
    for (const day of ['2025-01-01', '2025-12-31', '2026-01-01', '2026-11-22']) {
      const askable = await rowsOf(`
        select code, count(c.id)::int as trusts from area a
        left join catchment c on c.area_number = a.number and daterange(c.since, c.until, '[]') @> '${day}'::date
        where a.kind in ('municipality', 'city_district') and a.code <> '0301'
        group by code having count(c.id) <> 1
      `);
      expect(askable).toEqual([]);
    }
    expect(await figure("select count(*) from catchment where since < '2025-01-01'")).toBe(0);
    expect(await figure('select count(*) from catchment where until is null')).toBe(394);
  });

  test('Alna was with Ahus until the turn of the year 2025/2026', async () => {
    const alna = await rowsOf(`
      select n.name, c.since, c.until, c.confidence from catchment c
      join organisation_name n on n.organisation_id = c.trust_id
      join area a on a.number = c.area_number
      where a.code = '030112' order by c.since
    `);

    expect(alna).toEqual([
      { name: 'Ahus', since: '2025-01-01', until: '2025-12-31', confidence: 'likely' },
      { name: 'OUS', since: '2026-01-01', until: null, confidence: 'sure' },
    ]);
  });

  test('of the listed communities nothing is guessed', async () => {
    const guessed = await rowsOf(`
      select o.name from organisation o join organisation_source s on s.organisation_id = o.id
      where s.title like 'Tilskuddstellende%' and o.kind = 'faith_community' and (
        o.seat_number is not null or o.languages <> '{}' or o.communities <> '{}' or o.topics <> '{}'
        or o.served_areas <> '{}' or o.verified_on is not null)
    `);

    expect(guessed).toEqual([]);
  });

  test('every term has its name in all languages', async () => {
    for (const table of ['area', 'language', 'topic', 'community']) {
      const nameless = `name_nb = '' or name_nn = '' or name_en = '' or name_nn = code`;
      expect(await figure(`select count(*) from ${table} where ${nameless}`)).toBe(0);
    }
    expect(await rowsOf("select name_nn from topic where code = 'volunteering'")).toEqual([
      { name_nn: 'Frivilligheit' },
    ]);
    expect(await rowsOf("select name_en from community where code = 'SO'")).toEqual([
      { name_en: 'Somalia' },
    ]);
  });

  test('loaded again, nothing changes', async () => {
    const tables = ['area', 'language', 'topic', 'community', 'organisation', 'organisation_name'];
    const all = [...tables, 'organisation_contact_point', 'organisation_source', 'catchment'];
    const versions = () =>
      Promise.all(all.map((table) => rowsOf(`select xmin::text, * from ${table} order by 2`)));
    const before = await versions();

    await loadReference(database.orm.em);

    expect(await versions()).toEqual(before);
  });
});

test('what the keepers of the register have changed stays, and what they entered is not doubled', async ({
  committed,
}) => {
  const entered = anOrganisation({
    name: 'Humanetikerne',
    kind: OrganisationKind.FAITH_COMMUNITY,
    number: '943762236',
  });
  const trust = anOrganisation({
    name: 'Ahus',
    kind: OrganisationKind.HEALTH_TRUST,
    number: '983971636',
  });
  await committed.has(entered, trust);
  await loadReference(committed.em);
  const em = committed.em.fork();
  const changed = await em.findOneOrFail(Organisation, { number: '981133080' });
  changed.name = 'Samarbeidsrådet';
  await em.flush();

  await loadReference(committed.em);

  const { rows } = await committed.pool.query(
    `select o.name, count(c.id)::int as areas from organisation o left join catchment c on c.trust_id = o.id
     where number in ('943762236', '983971636', '981133080') group by o.id order by name`,
  );
  expect(rows).toEqual([
    { name: 'Ahus', areas: expect.any(Number) as number },
    { name: 'Humanetikerne', areas: 0 },
    { name: 'Samarbeidsrådet', areas: 0 },
  ]);
  expect(rows[0].areas).toBeGreaterThan(10);
});

describe('a data file', () => {
  const parent = mkdtempSync(join(tmpdir(), 'samband-'));
  const folder = join(parent, 'seeds');
  afterAll(() => rmSync(parent, { recursive: true }));

  const withFile = (path: string, change: (text: string) => string) => {
    cpSync(seedsFolder, folder, { recursive: true });
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  test.for([
    [
      'organisation/catchments.csv',
      ',983971636,',
      ',983971635,',
      'seeds/organisation/catchments.csv, line 107: there is no health trust 983971635',
    ],
    [
      'organisation/faithCommunities.csv',
      '812466852',
      '812466853',
      'seeds/organisation/faithCommunities.csv, line 5: "812466853" in the column number is not an organisation number: its check digit is wrong',
    ],
    [
      'vocabulary/topics.csv',
      'trauma_torture,health',
      'trauma_torture,helth',
      'seeds/vocabulary/topics.csv, line 3: "helth" in the column group is not one of health, access, language, participation, society, workforce',
    ],
    [
      'vocabulary/areas/cityDistricts.csv',
      'Bydel Grorud,0301',
      'Bydel Grorud,0310',
      'seeds/vocabulary/areas/cityDistricts.csv, line 11: there is no municipality 0310',
    ],
  ] as const)(
    'with an unreadable row in %s loads nothing',
    async ([path, from, to, reason], { committed }) => {
      withFile(path, (text) => text.replace(from, to));

      const loading = loadReference(committed.em, { folder });

      await expect(loading).rejects.toThrow(
        new RegExp(
          `^${reason.replace(/[.()]/g, '\\$&')}\\. Correct it and run again; nothing was loaded\\.$`,
        ),
      );
      const { rows } = await committed.pool.query('select count(*)::int from organisation');
      expect(rows).toEqual([{ count: 0 }]);
    },
  );

  test('with a new row brings the new fact, and with a changed one the change', async ({
    committed,
  }) => {
    await loadReference(committed.em);
    withFile('vocabulary/topics.csv', (text) =>
      text.replace(',Tolk,', ',Tolking,').concat('78,sleep,health,Søvn,Søvn,Sleep\n'),
    );
    const path = join(folder, 'organisation/catchments.csv');
    const grorud = readFileSync(path, 'utf8')
      .replace(/^(030110,.*,2025-01-01),,/m, '$1,2030-12-31,')
      .concat('030110,993467049,Aker,2031-01-01,,likely,\n');
    writeFileSync(path, grorud);

    await loadReference(committed.em, { folder });

    const { rows } = await committed.pool.query(
      "select name_nb from topic where code in ('interpreting', 'sleep') order by 1",
    );
    expect(rows).toEqual([{ name_nb: 'Søvn' }, { name_nb: 'Tolking' }]);
    const catchments = await committed.pool.query(
      "select since, until from catchment join area on number = area_number where code = '030110' order by 1",
    );
    expect(catchments.rows).toEqual([
      { since: '2025-01-01', until: '2030-12-31' },
      { since: '2031-01-01', until: null },
    ]);
  });
});
