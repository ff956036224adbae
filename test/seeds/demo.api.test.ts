import { createHash } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';

import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { demoWorld, loadDemo } from '#seeds/demo.ts';
import { aPerson } from '#seeds/person.ts';
import { loadReference, readReference } from '#seeds/reference.ts';
import type { Database } from '#server/orm.ts';
import { cloneOf, personalKey, test, today } from '#test/support/world.ts';

describe('the demo, loaded', () => {
  let database: Database;
  beforeAll(async () => {
    database = await cloneOf(inject('templateUrl'));
    await loadReference(database.orm.em);
    await loadDemo(database.orm.em, { today, key: personalKey });
  });
  afterAll(() => database.close());

  const rowsOf = async <Row extends object>(sql: string) =>
    (await database.pool.query<Row>(sql)).rows;
  const figure = async (sql: string) => Number(Object.values((await rowsOf(sql))[0]!)[0]);

  /** Of the invented alone. */
  const invented = `exists (select from organisation_source s where s.organisation_id = o.id and s.title like 'Oppdiktet%')`;

  /** Values by channel: of invented organisations, and of people, opened. */
  const values = async (channels: readonly string[]): Promise<string[]> => {
    const kinds = channels.map((channel) => `'${channel}'`).join();
    const open = await rowsOf<{ value: string }>(
      `select value from organisation_contact_point p join organisation o on o.id = organisation_id
       where channel in (${kinds}) and ${invented}`,
    );
    const sealed = await rowsOf<{ id: string; sealed: Buffer }>(
      `select id, sealed_value as sealed from person_contact_point where channel in (${kinds})`,
    );
    return [
      ...open.map(({ value }) => value),
      ...sealed.map(({ id, sealed }) => personalKey.open(sealed, id)),
    ];
  };

  test('has some six hundred people and a hundred organisations, none of them with a number', async () => {
    expect(await figure('select count(*) from person')).toBe(620);
    expect(await figure(`select count(*) from organisation o where ${invented}`)).toBe(111 + 4);
    expect(
      await figure(`select count(*) from organisation o where number is not null and ${invented}`),
    ).toBe(0);
    expect(await figure('select count(*) from organisation')).toBe(1017 + 49 + 111 + 4);
  });

  test('has proposals to try oneself on, of the invented alone, whose fields are what stands there', async () => {
    const of = (condition: string) =>
      figure(
        `select count(*) from register_proposal p join organisation o on o.id = p.organisation_id where ${condition}`,
      );
    expect(await of(invented)).toBe(5);
    expect(await of(`not ${invented}`)).toBe(0);
    expect(
      await of(
        `exists (select from jsonb_to_recordset(p.fields) as f(field text, part uuid, before jsonb) where f.part is null
           and f.before is distinct from case f.field when 'name' then to_jsonb(o.name) when 'seat' then to_jsonb(o.seat_number) end)`,
      ),
    ).toBe(0);
  });

  test('has a round that is closed and one that is under way, of the invented alone, with nothing waiting to be sent', async () => {
    const asked = await figure(`select count(*) from organisation o where ${invented}`);
    const rounds = await rowsOf<{ state: string; asked: number; states: string[] }>(
      `select r.state, count(*)::int as asked, array_agg(distinct q.state order by q.state) as states
       from review_round r join review_request q on q.round_id = r.id group by r.id order by r.opens_on`,
    );
    expect(rounds.map((round) => [round.state, round.asked])).toEqual([
      ['closed', asked],
      ['open', asked],
    ]);
    expect(rounds[1]?.states).toEqual(
      'bounced changed confirmed declined failed hindered opened silent'.split(' '),
    );
    expect(
      await figure(
        `select count(*) from review_request q join organisation o on o.id = q.organisation_id where not ${invented}`,
      ),
    ).toBe(0);
    expect(
      await figure(
        'select count(*) from review_message where sent_at is null and failed_at is null',
      ),
    ).toBe(0);
    expect(await figure('select count(*) from review_sign_off')).toBeGreaterThan(2);
  });

  test('every person and every invented organisation says that it is invented', async () => {
    const real = await rowsOf(
      `select id from person p where not exists
       (select from person_source s where s.person_id = p.id and s.title like 'Oppdiktet%')`,
    );

    expect(real).toEqual([]);
  });

  test('no e-mail can arrive: every domain is reserved', async () => {
    const addresses = await values(['email']);

    expect(addresses.length).toBeGreaterThan(400);
    const reserved = /^[a-z0-9.-]+@(example\.(org|com|net)|([a-z0-9-]+\.)*(example|invalid|test))$/;
    expect(addresses.filter((address) => !reserved.test(address))).toEqual([]);
  });

  test('no web address leads anywhere: every host is reserved', async () => {
    const addresses = await values(['website', 'facebook']);

    expect(addresses.filter((address) => !new URL(address).hostname.endsWith('.example'))).toEqual(
      [],
    );
  });

  test('no phone can ring: every number begins with 00, as none in Norway does', async () => {
    const numbers = await values(['phone', 'sms', 'whatsapp', 'viber', 'telegram', 'signal']);

    expect(numbers.length).toBeGreaterThan(900);
    expect(numbers.filter((number) => !/^\+4700\d{6}$/.test(number))).toEqual([]);
    expect(numbers.filter((number) => parsePhoneNumberFromString(number)?.isValid())).toEqual([]);
  });

  test('some organisations want text messages first, so that a round has somebody to send them to', async () => {
    expect(
      await figure(
        `select count(*) from organisation o join organisation_contact_point p on p.organisation_id = o.id
         where p.channel = 'sms' and p.position = 0 and p.bounced_on is null and ${invented}`,
      ),
    ).toBe(3);
  });

  test('somebody is there in each county, and each language with many speakers has its people', async () => {
    const empty = await rowsOf(`
      select name_nb from area county where kind = 'county' and not exists (
        select from person p join area a on a.number = any (p.areas)
        where a.code like county.code || '%' and a.kind <> 'country')
    `);
    expect(empty).toEqual([]);
    for (const code of ['so', 'ar', 'pl', 'uk', 'ur', 'ti', 'ta', 'vi', 'tr', 'ckb', 'fa', 'prs']) {
      const speakers = `select count(*) from person_language join language on number = language_number where code = '${code}'`;
      expect(await figure(speakers)).toBeGreaterThan(10);
    }
  });

  test('some pairs of a district and a language have nobody', async () => {
    const pairs = await figure(`
      select count(*) from area a cross join language l
      where a.code like '0301__' and l.code in ('so', 'ar', 'pl', 'uk', 'ur', 'ti', 'ta', 'vi') and not exists (
        select from person p join person_language pl on pl.person_id = p.id
        where pl.language_number = l.number and a.number = any (p.areas))
    `);

    expect(pairs).toBeGreaterThan(20);
  });

  test('those who speak Somali in Grorud answer, have another number by now, or have none', async () => {
    const found = await rowsOf<{
      works: boolean;
      bounced: boolean;
      reachable: boolean;
      stale: boolean;
    }>(`
      select p.id,
        bool_or(c.channel = 'phone' and c.last_worked_on > date '${today}' - 400) as works,
        bool_or(c.bounced_on is not null) as bounced,
        bool_or(c.channel in ('phone', 'sms', 'email')) as reachable,
        coalesce(p.verified_on < date '${today}' - 912, true) as stale
      from person p
      join person_language pl on pl.person_id = p.id join language l on l.number = pl.language_number
      left join person_contact_point c on c.person_id = p.id
      where l.code = 'so' and pl.speaks is not null and exists (
        select from area a where a.number = any (p.areas) and a.code = '030110')
      group by p.id
    `);

    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(found.filter(({ works }) => works).length).toBeGreaterThanOrEqual(4);
    expect(found.filter(({ bounced }) => bounced).length).toBeGreaterThanOrEqual(1);
    expect(found.filter(({ reachable }) => !reachable).length).toBeGreaterThanOrEqual(1);
    expect(found.filter(({ stale }) => stale).length).toBeGreaterThanOrEqual(2);
  });

  test('profiles are of every age', async () => {
    const ages = await rowsOf<{ age: string; share: number }>(`
      select case when verified_on is null then 'unknown' when verified_on > date '${today}' - interval '24 months' then 'fresh'
        when verified_on > date '${today}' - interval '30 months' then 'due' else 'stale' end as age,
        count(*) * 100 / 620 as share
      from person group by 1
    `);

    expect(ages.map(({ age }) => age).sort()).toEqual(['due', 'fresh', 'stale', 'unknown']);
    expect(Math.min(...ages.map(({ share }) => Number(share)))).toBeGreaterThanOrEqual(8);
    expect(await figure(`select count(*) from person where verified_on > '${today}'`)).toBe(0);
    // Of some, one group was asked about since the others.
    expect(
      await figure(
        `select count(*) from verification v join person p on p.id = v.person_id where v.verified_on > p.verified_on`,
      ),
    ).toBeGreaterThan(10);
  });

  test('one umbrella has branches in the whole country and more than a hundred people', async () => {
    const [umbrella] = await rowsOf(`
      select (select count(*)::int from organisation b where b.parent_id = o.id) as branches,
        (select count(*)::int > 100 from affiliation f where f.organisation_id = o.id and until is null) as "isLarge"
      from organisation o where name like 'Lanternelaget –%'
    `);

    expect(umbrella).toEqual({ branches: 21, isLarge: true });
  });

  test('at most one is whom to ask first, and no invented person leads a real organisation', async () => {
    const twice = `select organisation_id from affiliation where is_primary group by 1 having count(*) > 1`;
    const leaders = `select o.name from affiliation f join organisation o on o.id = organisation_id
      where role in ('leader', 'deputy_leader', 'board_member', 'secretary') and not ${invented}`;
    const believers = `select o.name from affiliation f join organisation o on o.id = organisation_id
      where o.kind = 'faith_community'`;

    expect(await rowsOf(twice)).toEqual([]);
    expect(await rowsOf(leaders)).toEqual([]);
    expect(await rowsOf(believers)).toEqual([]);
    expect(
      await figure('select count(*) from affiliation where is_primary and until is not null'),
    ).toBe(0);
  });

  test('names stand in the scripts of their languages', async () => {
    const names = await rowsOf<{ name: string }>('select name from organisation_name');
    for (const script of ['Arabic', 'Ethiopic', 'Cyrillic', 'Tamil', 'Gurmukhi', 'Thai']) {
      const inScript = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(names.some(({ name }) => inScript.test(name))).toBe(true);
    }
  });

  test('one invented user signs in for each role of a human being', async () => {
    const users = await rowsOf(
      'select role, count(*)::int from staff_user group by role order by role',
    );

    expect(users).toEqual(
      [
        'administrator',
        'coordinator',
        'editor',
        'privacy_officer',
        'programme_lead',
        'reader',
        'recruiter',
      ].map((role) => ({ role, count: 1 })),
    );
  });

  test('the same seed and day are the same world; another seed or day another', () => {
    const comparator = database.orm.em.getComparator();
    const reference = readReference();
    const fingerprint = (seed: string, day: string) => {
      const hash = createHash('sha256');
      for (const thing of demoWorld(reference, { seed, today: day }, personalKey)) {
        const { sealedValue: _, ...row } = comparator.prepareEntity(thing) as Record<
          string,
          unknown
        >;
        hash.update(JSON.stringify(row));
        if (thing instanceof PersonContactPoint)
          hash.update(personalKey.open(thing.sealedValue, thing.id));
      }
      return hash.digest('hex');
    };
    const one = fingerprint('samband', today);

    expect(fingerprint('samband', today)).toBe(one);
    expect(fingerprint('another', today)).not.toBe(one);
    expect(fingerprint('samband', '2027-01-01')).not.toBe(one);
  });

  test('is loaded once, and keeps its day', async () => {
    expect(await loadDemo(database.orm.em, { today: '2027-03-01', key: personalKey })).toBe(false);
    expect(await figure('select count(*) from person')).toBe(620);
    expect(await figure(`select count(*) from person where verified_on > '${today}'`)).toBe(0);
  });
});

test('nothing invented gets into a register that has people', async ({ committed }) => {
  await loadReference(committed.em);
  await committed.has(aPerson());

  expect(await loadDemo(committed.em, { today, key: personalKey })).toBe(false);
});

test('two servers that start at once load it once', async ({ committed }) => {
  const { em } = committed;
  await Promise.all([loadReference(em), loadReference(em)]);
  const loaded = await Promise.all([
    loadDemo(em, { today, key: personalKey }),
    loadDemo(em, { today, key: personalKey }),
  ]);

  expect(loaded.filter(Boolean)).toHaveLength(1);
  const { rows } = await committed.pool.query('select count(*)::int from person');
  expect(rows).toEqual([{ count: 620 }]);
});
