import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { runIn } from '#server/common/runIn.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { personalKey } from '#test/support/world.ts';
import { Register } from './Register.ts';

describe('a register of 1,300 organisations', () => {
  let register: Register;
  beforeAll(async () => {
    register = await Register.open();
    expect(await register.make(1_300, { lanes: 1 })).toBe(1_300);
  });
  afterAll(() => register[Symbol.asyncDispose]());

  test('has three people to each, and four ties to three people', async () => {
    expect(await register.figure('select count(*) from organisation')).toBe(1_300);
    expect(await register.figure('select count(*) from person')).toBe(3_900);
    const ties = await register.figure('select count(*) from affiliation');
    expect(ties / 3_900).toBeGreaterThan(1.25);
    expect(ties / 3_900).toBeLessThan(1.45);
    const inSeveral = await register.figure(
      'select count(*) from (select from affiliation group by person_id having count(*) > 1) as several',
    );
    expect(inSeveral).toBeGreaterThan(800);
  });

  test('is the same however many write it, and however often one stops on the way', async () => {
    await using another = await Register.open();
    const indexes = await another.indexes();
    expect(await another.make(150)).toBe(150);
    expect(await another.make(1_010, { many: 1 })).toBe(860);
    expect(await another.make(1_300, { lanes: 4, many: 1 })).toBe(290);

    expect(await another.content()).toEqual(await register.content());
    expect(await another.indexes()).toEqual(indexes);
    const unseen = `select relname from pg_stat_user_tables where n_live_tup > 0 and last_vacuum is null
      and relid in (select conrelid from pg_constraint where confrelid in ('organisation'::regclass, 'person'::regclass))`;
    expect(await another.rows(unseen)).toEqual([]);
  });

  test('is another from another seed', async () => {
    await using another = await Register.open();
    await another.make(20, { seed: 'another' });

    const [name] = await another.rows('select name from organisation order by id limit 1');
    expect(await register.rows('select name from organisation order by id limit 1')).not.toEqual([
      name,
    ]);
    await expect(another.make(30)).rejects.toThrow(/was synthesised from another seed: /);
    expect(await another.figure('select count(*) from organisation')).toBe(20);
  });

  test('is what an owner makes who is no superuser, and has each row checked', async () => {
    await using another = await Register.open();
    const superuser = new pg.Client({ connectionString: another.ownerUrl });
    await superuser.connect();
    const owner = `owner_${process.pid}`;
    try {
      await superuser.query(`create role ${owner} login password 'invented'`);
      await superuser.query(`do $$ declare it text; begin
        execute format('grant create on database %I to ${owner}', current_database());
        grant create on schema public to ${owner};
        for it in select tablename from pg_tables where schemaname = 'public' loop
          execute format('alter table %I owner to ${owner}', it);
        end loop;
      end $$`);
      const url = new URL(another.ownerUrl);
      url.username = owner;
      url.password = 'invented';

      expect(await another.make(1_300, { many: 1, ownerUrl: url.href })).toBe(1_300);
      expect(await another.content()).toEqual(await register.content());
    } finally {
      await superuser.query(`reassign owned by ${owner} to postgres`);
      await superuser.query(`drop owned by ${owner}; drop role ${owner}`);
      await superuser.end();
    }
  });

  test('is left as it is when it is asked for again, and when a larger one is', async () => {
    const written = `select id, xmin::text, ctid::text from organisation
      union all select id, xmin::text, ctid::text from directory_entry order by 1, 2, 3`;
    await using another = await Register.open();
    await another.make(300);
    const before = await another.rows<{ id: string }>(written);
    expect(await another.make(300)).toBe(0);
    expect(await another.make(200)).toBe(0);
    expect(await another.rows(written)).toEqual(before);

    await another.make(400);
    const ids = new Set(before.map(({ id }) => id));
    const after = await another.rows<{ id: string }>(written);
    expect(after.filter(({ id }) => ids.has(id))).toEqual(before);
  });

  test('is in the directory as its tables say it', async () => {
    // In which order a person's languages are read is for the database to choose.
    const entries = `select to_jsonb(e) || jsonb_build_object('languages', array(select unnest(languages) order by 1)) as entry
      from directory_entry e order by id`;
    const words = 'select * from directory_word order by word';
    const deletions = 'select * from directory_deletion order by deletion, word';
    const asMade = [
      await register.rows(entries),
      await register.rows(words),
      await register.rows(deletions),
    ];
    const [{ today }] = (await register.rows<{ today: string }>(
      `select to_char(executed_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as today from samband_migration limit 1`,
    )) as [{ today: string }];
    await register.database.orm.em.fork().transactional(async (em) => {
      expect(await refreshDirectory(runIn(em.getTransactionContext()!), today)).toBe(5_200);
    });

    expect(await register.rows(entries)).toEqual(asMade[0]);
    expect(await register.rows(words)).toEqual(asMade[1]);
    expect(await register.rows(deletions)).toEqual(asMade[2]);
  });

  test('has an umbrella of a hundred people, and umbrellas with branches', async () => {
    const umbrellas = await register.rows(`
      select (select count(*)::integer from organisation b where b.parent_id = o.id) as branches,
        (select count(distinct person_id)::integer from affiliation a where a.organisation_id = o.id and until is null) as people
      from organisation o where name like 'Landsforeningen %' order by id`);

    expect(umbrellas).toHaveLength(3);
    expect(umbrellas[0]).toEqual({ branches: 12, people: 100 });
    expect(umbrellas[1]).toMatchObject({ branches: 5 });
    expect(umbrellas[2]).toEqual({ branches: 12, people: 100 });
  });

  test('hears a few languages often, and most of them seldom', async () => {
    const spoken = await register.rows<{ uses: number }>(`
      select count(p.person_id)::integer as uses from language l
      left join person_language p on p.language_number = l.number and p.speaks is not null
      where l.code not in ('nb', 'nn', 'en') group by l.number order by 1 desc`);
    const all = spoken.reduce((sum, { uses }) => sum + uses, 0);
    const share = (from: number, until: number) =>
      spoken.slice(from, until).reduce((sum, { uses }) => sum + uses, 0) / all;

    expect(share(0, 10)).toBeGreaterThan(0.45);
    expect(share(0, 10)).toBeLessThan(0.8);
    expect(share(40, Infinity)).toBeLessThan(0.1);
    expect(spoken.filter(({ uses }) => uses > 0).length).toBeGreaterThan(80);
  });

  test('lives mostly in the large places, and somewhere in each county', async () => {
    const seats = await register.rows<{ seats: number }>(
      'select count(*)::integer as seats from organisation group by seat_number order by 1 desc',
    );
    const inTheLargest = seats.slice(0, 40).reduce((sum, { seats: some }) => sum + some, 0);
    expect(inTheLargest / 1_300).toBeGreaterThan(0.4);
    expect(seats.length).toBeGreaterThan(200);
    expect(
      await register.rows(`select county.code from area county where kind = 'county' and not exists (
        select from organisation join area on area.number = seat_number where area.code like county.code || '%')`),
    ).toEqual([]);
  });

  test.each(['organisation', 'person'])('has profiles of every age: %s', async (table) => {
    const ages = await register.rows<{ age: string; share: number }>(`
      with today as (select min(executed_at at time zone 'Europe/Oslo')::date as today from samband_migration)
      select case when verified_on is null then 'unknown' when verified_on > today - interval '24 months' then 'fresh'
        when verified_on > today - interval '30 months' then 'due' else 'stale' end as age,
        count(*) * 100 / (select count(*) from ${table}) as share
      from ${table}, today group by 1 order by 1`);

    const shares = Object.fromEntries(ages.map(({ age, share }) => [age, Number(share)]));
    expect(Object.keys(shares)).toEqual(['due', 'fresh', 'stale', 'unknown']);
    expect(shares['fresh']).toBeGreaterThan(40);
    expect(Math.min(...Object.values(shares))).toBeGreaterThan(8);
  });

  test('reaches nobody: no number rings, no address is anybody’s', async () => {
    const open = await register.rows<{ channel: string; value: string }>(
      'select channel, value from organisation_contact_point',
    );
    const of = (...channels: string[]) =>
      open.filter(({ channel }) => channels.includes(channel)).map(({ value }) => value);
    const phones = [
      ...of('phone', 'whatsapp'),
      ...(await register.sealed({
        channels: ['phone', 'sms', 'whatsapp', 'viber', 'telegram', 'signal'],
      })),
    ];
    const mail = [...of('email'), ...(await register.sealed({ channels: ['email'] }))];

    expect(phones.length).toBeGreaterThan(5_000);
    expect(phones.filter((number) => !/^\+4700\d{6}$/.test(number))).toEqual([]);
    expect(phones.filter((number) => parsePhoneNumberFromString(number)?.isValid())).toEqual([]);
    expect(mail.length).toBeGreaterThan(2_000);
    const reserved = /^[a-z0-9.-]+@(example\.(org|com)|([a-z0-9-]+\.)*example)$/;
    expect(mail.filter((address) => !reserved.test(address))).toEqual([]);
    const hosts = of('website', 'facebook').map((address) => new URL(address).hostname);
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  test('finds a person by the whole of a sealed value', async () => {
    const [point] = await register.rows<{ id: string; sealed: Buffer; index: Buffer }>(
      'select id, sealed_value as sealed, value_index as index from person_contact_point limit 1',
    );

    const value = personalKey.open(point!.sealed, point!.id);
    expect(personalKey.blindIndex(value).equals(point!.index)).toBe(true);
  });

  test('says of each record that it is invented, and of nobody what they believe', async () => {
    const unsaid = `select id from organisation o where not exists (
        select from organisation_source s where s.organisation_id = o.id and title like 'Oppdiktet%')
      union all select id from person p where not exists (
        select from person_source s where s.person_id = p.id and title like 'Oppdiktet%')`;
    const believers = `select from affiliation a join organisation o on o.id = a.organisation_id where kind = 'faith_community'`;

    expect(await register.rows(unsaid)).toEqual([]);
    expect(await register.rows(believers)).toEqual([]);
    expect(
      await register.figure(`select count(*) from organisation where kind = 'faith_community'`),
    ).toBeGreaterThan(100);
  });

  test('gives some a number that is rightly made and that no register gives', async () => {
    const numbers = await register.rows<{ number: string }>(
      'select number from organisation where number is not null',
    );

    expect(numbers.length).toBeGreaterThan(250);
    expect(numbers.filter(({ number }) => !isOrganisationNumber(number))).toEqual([]);
    expect(numbers.filter(({ number }) => !number.startsWith('1'))).toEqual([]);
  });

  test('names things in the scripts of their languages', async () => {
    const names = await register.rows<{ name: string }>('select name from organisation_name');
    for (const script of ['Arabic', 'Ethiopic', 'Cyrillic', 'Tamil', 'Han']) {
      const inScript = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(names.some(({ name }) => inScript.test(name))).toBe(true);
    }
  });
});
