import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { expect, inject, onTestFinished, vi } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { anOrganisation, aContactPoint } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import { Busy } from '#server/problems.ts';
import { runIn } from '#server/common/runIn.ts';
import { Backlog } from '#server/directory/Backlog.ts';
import { areMany, settleEntries } from '#server/directory/settleEntries.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { edit } from '#test/organisation/edit.ts';
import { correct } from '#test/organisation/correct.ts';
import { inDatabase } from '#test/support/database.ts';
import { test, today, type World } from '#test/support/world.ts';
import { directoryState } from './directoryState.ts';
import { names } from './found.ts';
import { settled } from './settled.ts';

/** What the directory says, beside what it says when it is made anew. */
async function expectTrueDirectory(world: World): Promise<void> {
  await settled(world);
  const kept = await directoryState(world);
  await world.em.fork().transactional(async (em) => {
    await refreshDirectory(runIn(em.getTransactionContext()!), today);
  });
  expect(kept).toEqual(await directoryState(world));
}

/** Does something in a transaction that is open until the rest is done, however that goes. */
async function inOpenTransaction(
  world: World,
  first: (em: EntityManager) => Promise<unknown>,
  then: (em: EntityManager) => Promise<void>,
): Promise<void> {
  const em = world.em.fork();
  await em.begin();
  try {
    await first(em);
    await then(em);
  } finally {
    if (em.isInTransaction()) await em.rollback();
  }
}

/** Until a transaction waits for a lock of the directory. */
async function untilWaiting(world: World): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await world.pool.query<{ waiting: number }>(
          `select count(*)::integer as waiting from pg_locks
           where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
        );
        return rows[0]?.waiting;
      },
      { timeout: 3_000, interval: 5 },
    )
    .toBe(1);
}

test('writers who share people and words leave a directory as if made anew', async ({
  committed: world,
}) => {
  const organisations = Array.from({ length: 4 }, (_, at) =>
    anOrganisation({ name: `Felles forening nummer${at}` }),
  );
  const phones = organisations.map((organisation) => aContactPoint(organisation));
  const people = Array.from({ length: 6 }, (_, at) =>
    aPerson({ givenName: 'Felles', familyName: `Medlem${at}` }),
  );
  const affiliations = people.flatMap((person, at) =>
    [0, 1, 2].map((step) => anAffiliation(person, organisations[(at + step) % 4]!)),
  );
  await world.has(...organisations, ...phones, ...people, ...affiliations);
  const words = ['felles', 'forening', 'kvinner', 'kvinnene', 'ungdom', 'samlingen', 'nettverk'];

  let renamed = 0;
  const rename = async (writer: number) => {
    for (let at = 0; at < 12; at++) {
      const turn = writer + at;
      const [organisation, phone] = [organisations[turn % 4]!, phones[turn % 4]!];
      const { rows } = await world.pool.query<{ version: number }>(
        'select version from organisation where id = $1',
        [organisation.id],
      );
      const { corrected, refusal } = await correct(world, {
        id: organisation.id,
        expectedVersion: rows[0]?.version,
        name: [0, 1, 2].map((place) => words[(turn * 3 + place * writer) % words.length]).join(' '),
        contactPoints: [{ id: phone.id, value: `+47001${writer}00${at + 10}` }],
      });
      if (corrected) renamed += 1;
      else expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    }
  };
  const join = async () => {
    for (let at = 0; at < 12; at++) {
      const person = aPerson({ givenName: words[at % words.length]!, familyName: 'Nykommer' });
      await world.has(person);
      const em = world.em.fork();
      const found = await em.findOneOrFail(Person, person.id);
      em.persist(anAffiliation(found, em.getReference(Organisation, organisations[at % 4]!.id)));
      found.givenName = words[(at + 1) % words.length]!;
      await em.flush();
    }
  };
  const search = async () => {
    for (let at = 0; at < 12; at++) await names(world, words[at % words.length]!);
  };
  const writers = [...[0, 1, 2, 3, 4, 5, 6, 7].map(rename), join(), join(), search(), search()];
  const outcomes = await Promise.allSettled(writers);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(renamed).toBeGreaterThan(12);
  const { rows } = await world.pool.query('select count(*)::integer as rows from change');
  expect(rows).toEqual([{ rows: renamed }]);
  await expectTrueDirectory(world);
});

test('who joins while an organisation gets another name is found by that name', async ({
  committed: world,
}) => {
  const organisation = anOrganisation({ name: 'Gammelnavnet' });
  const person = aPerson({ givenName: 'Sen', familyName: 'Prøve' });
  await world.has(organisation, person);
  await inOpenTransaction(
    world,
    (em) => {
      const [joining, joined] = [
        em.getReference(Person, person.id),
        em.getReference(Organisation, organisation.id),
      ];
      return em.persist(anAffiliation(joining, joined)).flush();
    },
    async (em) => {
      const { corrected } = await correct(world, { id: organisation.id, name: 'Nyfunnet' });
      expect(corrected?.version).toBe(2);
      const settling = settled(world);
      await untilWaiting(world);
      await em.commit();
      expect(await settling).toBe(2);
    },
  );

  expect(await names(world, 'nyfunnet')).toEqual(['Nyfunnet', 'Sen Prøve']);
  await expectTrueDirectory(world);
});

test('two organisations of one person get other names at once', async ({ committed: world }) => {
  const [one, other] = [anOrganisation({ name: 'Enebær' }), anOrganisation({ name: 'Toppmeis' })];
  const person = aPerson({ givenName: 'Begge', familyName: 'Steder' });
  await world.has(one, other, person, anAffiliation(person, one), anAffiliation(person, other));
  await inOpenTransaction(
    world,
    async (em) => {
      const found = await em.findOneOrFail(Organisation, one.id);
      found.name = 'Blåbær';
      await em.flush();
    },
    async (em) => {
      await correct(world, { id: other.id, name: 'Blåmeis' });
      const settling = settled(world);
      await untilWaiting(world);
      await em.commit();
      await settling;
    },
  );

  expect(await names(world, 'blåbær blåmeis')).toEqual(['Begge Steder']);
  await expectTrueDirectory(world);
});

test('a correction whose words cannot be written yet is done, and found as soon as they can', async ({
  committed: world,
}) => {
  const organisation = anOrganisation({ name: 'Urørt' });
  const person = aPerson();
  await world.has(organisation, person, anAffiliation(person, organisation));
  const { id } = organisation;
  const before = await directoryState(world);
  await inOpenTransaction(
    world,
    (em) => em.execute('select pg_advisory_xact_lock(7411, hashtext(?) & 1023)', [id]),
    async () => {
      expect((await correct(world, { id, name: 'Halvveis' })).corrected?.version).toBe(2);
      const settling = settled(world).catch((error: unknown) => error);
      await untilWaiting(world);
      await world.pool.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      expect(await settling).toBeInstanceOf(Busy);
      expect(await directoryState(world)).toEqual(before);
    },
  );

  expect(await names(world, 'halvveis')).toEqual(['Halvveis', 'Synne Prøve']);
  expect(await names(world, 'urørt')).toEqual([]);
  await expectTrueDirectory(world);
});

test('what was called otherwise for a moment, and read meanwhile, is found by what it is called now', async ({
  committed: world,
}) => {
  const organisation = anOrganisation({ name: 'Opprinnelig' });
  const person = aPerson({ givenName: 'Trofast', familyName: 'Prøve' });
  await world.has(organisation, person, anAffiliation(person, organisation));
  await correct(world, { id: organisation.id, name: 'Mellomtid' });
  const em = world.em.fork();
  (await em.findOneOrFail(Person, person.id)).familyName = 'Lest';
  await em.flush();
  await correct(world, { id: organisation.id, expectedVersion: 2, name: 'Opprinnelig' });

  expect(await names(world, 'mellomtid')).toEqual([]);
  expect(await names(world, 'oprinelig')).toEqual(['Opprinnelig', 'Trofast Lest']);
  await expectTrueDirectory(world);
});

test('while somebody searches, a few corrections are made good before anybody asks, however long they go on', async ({
  world,
}) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const context = world.context(null);
  const backlog = new Backlog(world.pool);
  let times = 0;
  onTestFinished(backlog.start(() => (times += 1)));
  const correctForASecond = (ids: readonly string[]) => {
    for (let at = 0; at < 100; at += 1) {
      for (const id of ids) backlog.note(id);
      vi.advanceTimersByTime(10);
    }
  };
  const [few = [], many = []] = [3, 20].map((count) =>
    Array.from({ length: count }, () => crypto.randomUUID()),
  );

  correctForASecond(few);
  expect(times).toBe(0);

  await backlog.caughtUp(context);
  correctForASecond(few);
  expect(times).toBeGreaterThan(0);

  await backlog.caughtUp(context);
  times = 0;
  correctForASecond(many);
  expect(times).toBe(0);
});

test('what is refused at its very end is taken back whole', async ({ committed: world }) => {
  const organisation = anOrganisation({ name: 'Urørt' });
  await world.has(organisation);
  const before = await directoryState(world);
  const { rows } = await world.pool.query<{ name: string }>('select current_database() as name');
  const owner = new pg.Client({
    connectionString: inDatabase(inject('clusterUrl'), rows[0]!.name),
  });
  await owner.connect();
  await owner.query(
    "alter table directory_deletion add constraint is_possible check (word <> 'umulig')",
  );
  await owner.query(
    'alter table directory_backlog add constraint is_possible check (not is_renamed)',
  );
  await owner.end();

  // One statement, and a transaction whose commit is on its way when it fails.
  const { refusal } = await correct(world, { id: organisation.id, name: 'Umulig' });
  const made = await edit(world, 'createOrganisation', {
    idempotencyKey: crypto.randomUUID(),
    kind: 'VOLUNTARY_ORGANISATION',
    name: 'Umulig',
  });
  expect([refusal, made.refusal]).toEqual([
    { code: 'INTERNAL_SERVER_ERROR' },
    { code: 'INTERNAL_SERVER_ERROR' },
  ]);

  expect((await world.pool.query('select name, version from organisation')).rows).toEqual([
    { name: 'Urørt', version: 1 },
  ]);
  expect((await world.pool.query('select from change')).rowCount).toBe(0);
  expect(await directoryState(world)).toEqual(before);
});

/** What is heard of the directory's changes while something is done. */
async function noticesDuring({ pool }: World, work: () => Promise<unknown>): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('listen directory');
    const heard: string[] = [];
    client.on('notification', ({ payload = '' }) => heard.push(payload));
    await work();
    // It comes after all that was said before it.
    await pool.query("notify directory, 'that is all'");
    await expect.poll(() => heard.at(-1)).toBe('that is all');
    return heard.slice(0, -1);
  } finally {
    client.release(true);
  }
}

test('what was just written is found as it is, and as well when it is in the index of words, which is no news', async ({
  committed: world,
}) => {
  const organisation = anOrganisation({ name: 'Gammelnavnet' });
  const person = aPerson({ givenName: 'Trofast', familyName: 'Prøve' });
  await world.has(organisation, person, anAffiliation(person, organisation));
  const young = async () => {
    const { rows } = await world.pool.query<{ id: string }>(
      'select id from directory_entry where is_young',
    );
    return rows.map(({ id }) => id).toSorted();
  };
  const both = [organisation.id, person.id].toSorted();
  expect(await settleEntries(world.pool)).toBe(2);
  expect(await names(world, 'gammelnavnet')).toEqual(['Gammelnavnet', 'Trofast Prøve']);

  const told = await noticesDuring(world, () =>
    correct(world, { id: organisation.id, name: 'Nyfunnet' }),
  );
  expect(told).toEqual([]);
  expect(await young()).toEqual([]);
  const settling = await noticesDuring(world, () => settled(world));
  expect(settling.flatMap((ids) => ids.split(',')).toSorted()).toEqual(both);
  expect(await young()).toEqual(both);
  expect([await areMany(world.pool, 2), await areMany(world.pool, 1)]).toEqual([false, true]);
  expect(await names(world, 'nyfunnet')).toEqual(['Nyfunnet', 'Trofast Prøve']);
  expect(await names(world, 'gammelnavnet')).toEqual([]);

  await world.pool.query('delete from duplicate_due');
  expect(await noticesDuring(world, () => settleEntries(world.pool))).toEqual([]);
  expect((await world.pool.query('select from duplicate_due')).rowCount).toBe(0);
  expect(await young()).toEqual([]);
  expect(await names(world, 'nyfunnet')).toEqual(['Nyfunnet', 'Trofast Prøve']);
  expect(await names(world, 'gammelnavnet')).toEqual([]);
  await expectTrueDirectory(world);
});
