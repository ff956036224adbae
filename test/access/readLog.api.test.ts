import pg from 'pg';
import { describe, expect, inject } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation } from '#seeds/person.ts';
import { createToken } from '#server/access/createToken.ts';
import { dropOldReads } from '#server/access/dropOldReads.ts';
import { ReadLog, type Reading } from '#server/access/ReadLog.ts';
import { verifyReadLog } from '#server/access/verifyReadLog.ts';
import type { Way } from '#server/context.ts';
import { Site } from '#test/launch/Site.ts';
import { inDatabase } from '#test/support/database.ts';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const now = new Date('2026-11-22T12:00:00Z');

/** Somebody with a phone and an address, who may be reached in a crisis. */
function reachable(name: string, digits: string): [Person, ...object[]] {
  const person = new Person(name, 'Prøve');
  const { PHONE, EMAIL } = ContactChannel;
  return [
    person,
    new PersonContactPoint(person, PHONE).sealed(`+4700000${digits}`, personalKey),
    new PersonContactPoint(person, EMAIL).sealed(`${digits}@example.no`, personalKey),
    aConsent(person, Purpose.CRISIS),
  ];
}

const ofPerson =
  'query ($id: ID!, $purpose: Purpose = CRISIS) @purpose(of: $purpose) { person(id: $id) { contactPoints { value } again: contactPoints { value } } }';

interface Logged {
  readonly batch: string;
  readonly person_id: string;
  readonly fields: readonly string[];
}

const logged = async ({ pool }: World): Promise<Logged[]> =>
  (await pool.query<Logged & pg.QueryResultRow>('select * from read_log order by batch, place'))
    .rows;

const aReading = (more: Partial<Reading> = {}): Reading => ({
  at: now,
  viewerId: aCoordinator().id,
  via: 'session',
  personId: crypto.randomUUID(),
  fields: ['contactPoints.value'],
  purpose: 'CRISIS',
  requestId: 'test',
  ...more,
});

const fill = async ({ pool }: World, batches: number, more: Partial<Reading> = {}) => {
  const log = new ReadLog(pool, () => undefined);
  for (let batch = 0; batch < batches; batch++) {
    await log.append([aReading(more), aReading(more), aReading(more)]);
  }
};

/** Does something in the world's database as the one who may do everything there. */
async function asOwner<Result>(
  { pool }: Pick<World, 'pool'>,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  const owner = new pg.Client({
    connectionString: inDatabase(inject('clusterUrl'), rows[0]!.name),
  });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

describe('what an answer tells of how people are reached', () => {
  test.for<Way>(['written', 'planned', 'unplanned'])(
    'is in the log before it leaves, once for each person, and without a value: %s',
    async (way, { committed: world }) => {
      const things = reachable('Synne', '123');
      const [{ id }] = things;
      await world.has(...things);
      const viewer = aCoordinator();

      const { data } = await world.ask(viewer, ofPerson, { id }, 'nb', way);

      expect(JSON.stringify(data)).toContain('+4700000123');
      const rows = await logged(world);
      expect(rows).toMatchObject([
        {
          viewer_id: viewer.id,
          via: 'session',
          person_id: id,
          fields: ['contactPoints.value'],
          purpose: 'crisis',
          request_id: 'test',
        },
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/00000123|123@example|•/);
    },
  );

  test('counts as a read of each person in it', async ({ committed: world }) => {
    const organisation = anOrganisation();
    const [one, other] = [reachable('Synne', '123'), reachable('Odd', '124')];
    await world.has(
      organisation,
      ...one,
      ...other,
      anAffiliation(one[0], organisation),
      anAffiliation(other[0], organisation),
    );

    const { data } = await world.ask<{ organisation: Organisation }>(
      aCoordinator(),
      `query ($id: ID!) @purpose(of: CRISIS) { organisation(id: $id) {
        affiliations(first: 10) { nodes { person { contactPoints { value } } } } } }`,
      { id: organisation.id },
    );

    expect(JSON.stringify(data)).toContain('+4700000124');
    const rows = await logged(world);
    expect(rows.map(({ person_id: id }) => id).toSorted()).toEqual(
      [one[0].id, other[0].id].toSorted(),
    );
    expect(new Set(rows.map(({ batch }) => batch)).size).toBe(1);
  });

  test('is nothing where values are masked, or nobody asked for them', async ({
    committed: world,
  }) => {
    const things = reachable('Synne', '123');
    const [{ id }] = things;
    await world.has(...things);

    await world.ask(aReader(), ofPerson, { id, purpose: null });
    await world.ask(
      aCoordinator(),
      'query ($id: ID!) { person(id: $id) { name contactPoints { channel isMasked } } }',
      { id },
    );

    expect(await logged(world)).toEqual([]);
  });

  test('stands in no line of the log of the server, and does not leave unlogged over HTTP either', async () => {
    await using site = await Site.open();
    const things = reachable('Synne', '123');
    const [{ id }] = things;
    await site.database.orm.em.fork().persist(things).flush();
    const { pool } = site.database;
    const token = await createToken(
      { pool, clock: () => now },
      { role: Role.SYSTEM, label: 'Prøve', expiresAt: new Date('2027-01-01') },
    );
    const ask = () =>
      site.ask(
        { query: ofPerson, variables: { id } },
        { authorization: `Bearer ${token}`, 'x-request-id': 'asked-for-synne' },
      );

    expect(await (await ask()).text()).toContain('+4700000123');
    const { rows } = await pool.query('select request_id, via, purpose from read_log');
    expect(rows).toEqual([{ request_id: 'asked-for-synne', via: 'token', purpose: 'crisis' }]);
    expect(site.logged.join('')).toContain('asked-for-synne');
    expect(site.logged.join('')).not.toMatch(/00000123|123@example/);

    await asOwner({ pool }, (owner) =>
      owner.query('revoke execute on function read_log_append from samband_app'),
    );
    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.text()).not.toMatch(/00000123|123@example/);
  });

  test('does not leave where the log cannot be written', async ({ committed: world }) => {
    const things = reachable('Synne', '123');
    const [{ id }] = things;
    await world.has(...things);
    await asOwner(world, (owner) =>
      owner.query('revoke execute on function read_log_append from samband_app'),
    );

    const answer = await world.ask(aCoordinator(), ofPerson, { id });
    const masked = await world.ask(aReader(), ofPerson, { id, purpose: null });

    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BUSY' } }]);
    expect(JSON.stringify(answer)).not.toContain('00000123');
    expect(masked.errors).toBeUndefined();
  });
});

describe('the read log', () => {
  test('gathers what comes at once, and writes it batch by batch', async ({ committed: world }) => {
    const log = new ReadLog(world.pool, () => undefined);
    const readings = Array.from({ length: 2_000 }, () => aReading());

    await Promise.all(readings.map((reading) => log.append([reading])));

    const rows = await logged(world);
    expect(rows.map(({ person_id: id }) => id).toSorted()).toEqual(
      readings.map(({ personId }) => personId).toSorted(),
    );
    expect(new Set(rows.map(({ batch }) => batch)).size).toBeLessThan(20);
    expect(await verifyReadLog(world.pool, now)).toMatchObject({ reads: 2_000, fault: null });
  });

  test('is one chain, however many servers write at once', async ({ committed: world }) => {
    const servers = Array.from({ length: 4 }, () => new ReadLog(world.pool, () => undefined));

    await Promise.all(
      servers.flatMap((log) => Array.from({ length: 50 }, () => log.append([aReading()]))),
    );

    expect(await verifyReadLog(world.pool, now)).toMatchObject({ reads: 200, fault: null });
  });

  test('is appended to through its function alone', async ({ committed: world }) => {
    await fill(world, 2);
    const before = await logged(world);
    for (const statement of [
      'insert into read_log select * from read_log',
      'insert into read_log_batch select * from read_log_batch',
      'insert into read_log_2026_11 select * from read_log',
      "update read_log set purpose = 'AUDIT'",
      'update read_log_batch set reads = 1',
      "update read_log_2026_11 set purpose = 'AUDIT'",
      'delete from read_log',
      'delete from read_log_batch',
      'delete from read_log_2026_11',
      'truncate read_log',
      'truncate read_log_batch',
      'truncate read_log_2026_11',
      'drop table read_log_2026_11',
      'alter table read_log detach partition read_log_2026_11',
      'alter function read_log_append(json) owner to samband_app',
    ]) {
      await expect(world.pool.query(statement), statement).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
    expect(await logged(world)).toEqual(before);
  });

  const attacks: Record<string, [string, RegExp]> = {
    'a read that was altered': [
      "update read_log set purpose = 'MEETING' where batch = 2 and place = 2",
      /In batch 2 of the read log, from 2026-11, the reads are not those that were written/,
    ],
    'a read that was taken out': [
      'delete from read_log where batch = 2 and place = 3',
      /In batch 2 .* the reads are not those/,
    ],
    'a read that was put in': [
      `insert into read_log select batch, 4, month, at, viewer_id, via, person_id, fields, purpose, request_id
       from read_log where batch = 3 and place = 1`,
      /In batch 3 .* the reads are not those/,
    ],
    'a read of no batch': [
      `insert into read_log select 9, place, month, at, viewer_id, via, person_id, fields, purpose, request_id
       from read_log where batch = 3`,
      /reads of batch 9, which it never wrote/,
    ],
    'a batch that was altered': [
      "update read_log_batch set hash = sha256('other') where number = 2",
      /In batch 2 .* the hash is not that of the batch/,
    ],
    'a batch that was made to fit its reads': [
      `update read_log_batch set rows_hash = sha256('other'), hash = sha256(previous_hash || sha256('other')) where number = 2`,
      /In batch 2 .* the reads are not those/,
    ],
    'a batch that was made anew': [
      `with gone as (delete from read_log where batch = 2)
       update read_log_batch set rows_hash = sha256('other'), hash = sha256(previous_hash || sha256('other')), month = '2020-01-01'
       where number = 2`,
      /In batch 3 .* the chain is broken/,
    ],
    'a batch that was taken out': [
      'with gone as (delete from read_log where batch = 2) delete from read_log_batch where number = 2',
      /Before batch 3 .* batch 2 is missing/,
    ],
    'a month that was taken out before its time': [
      'drop table read_log_2026_11',
      /The reads of batch 1 .* are gone, and they are not old/,
    ],
  };

  test.for(Object.entries(attacks))(
    'shows where it was tampered with: %s',
    async ([, [statement, fault]], { committed: world }) => {
      await fill(world, 4);
      expect((await verifyReadLog(world.pool, now)).fault).toBeNull();

      await asOwner(world, (owner) => owner.query(statement));

      expect((await verifyReadLog(world.pool, now)).fault).toMatch(fault);
    },
  );

  test('shows that its end was cut off, to whoever kept the end', async ({ committed: world }) => {
    await fill(world, 3);
    const { head } = await verifyReadLog(world.pool, now);
    await fill(world, 1);
    expect((await verifyReadLog(world.pool, now, head)).fault).toBeNull();

    await asOwner(world, async (owner) => {
      await owner.query('delete from read_log where batch >= 3');
      await owner.query('delete from read_log_batch where number >= 3');
    });

    expect((await verifyReadLog(world.pool, now)).fault).toBeNull();
    expect((await verifyReadLog(world.pool, now, head)).fault).toMatch(
      /does not go through batch 3 as it was: it ends at batch 2/,
    );
  });

  test('lets go of months that are old, and the chain stays whole', async ({
    committed: world,
  }) => {
    await fill(world, 2, { at: new Date('2024-10-31T23:59:59Z') });
    await fill(world, 2, { at: new Date('2024-11-01T00:00:00Z') });
    await fill(world, 2);

    const dropped = await asOwner(world, (owner) => dropOldReads(owner, now));

    expect(dropped).toEqual(['2024-10']);
    expect(await logged(world)).toHaveLength(12);
    expect(await verifyReadLog(world.pool, now)).toMatchObject({
      batches: 6,
      reads: 18,
      fault: null,
    });
    expect(await asOwner(world, (owner) => dropOldReads(owner, now))).toEqual([]);
  });
});
