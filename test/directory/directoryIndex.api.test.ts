import 'reflect-metadata';

import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { runIn } from '#server/common/runIn.ts';
import type { Hits } from '#server/directory/Hits.ts';
import type { Query } from '#server/directory/Query.ts';
import { DirectoryIndex } from '#server/directory/index/DirectoryIndex.ts';
import { prepare } from '#server/directory/prepare.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import type { Database } from '#server/orm.ts';
import { inDatabase } from '#test/support/database.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aCoordinator, anEditor, aReader } from '#test/support/viewers.ts';
import { today, worldOver } from '#test/support/world.ts';
import { correct } from '#test/organisation/correct.ts';
import { anIndexedWorld, type IndexedWorld } from './anIndexedWorld.ts';
import { bothWays, everything, firstPage } from './bothWays.ts';
import { names } from './found.ts';

let database: Database;
let indexed: IndexedWorld;

beforeEach(async () => {
  database = await openSeedWorld();
  indexed = await anIndexedWorld(database);
});

afterEach(async () => {
  await indexed.close();
  await database.close();
});

/** What memory finds, which is what the database finds; null where it leaves that to the database. */
async function found(text: string, viewer: Viewer = aCoordinator()): Promise<Hits | null> {
  const { query } = await prepare({ text }, indexed.world.context(viewer));
  return bothWays(indexed, query, everything(firstPage(100)), viewer);
}

const namesOf = (hits: Hits | null) => hits?.found.map(({ name }) => name);

test('what is made, renamed and deleted is found as it is', async () => {
  const made = new Organisation('Zzyzx Venneforening', OrganisationKind.VOLUNTARY_ORGANISATION);
  await indexed.world.has(made);
  await indexed.index.caughtUp();
  expect(namesOf(await found('zzyzx'))).toEqual(['Zzyzx Venneforening']);

  const em = indexed.world.em.fork();
  const loaded = await em.findOneOrFail(Organisation, { id: made.id });
  loaded.name = 'Qwixotl Venneforening';
  await em.flush();
  await indexed.index.caughtUp();
  expect(namesOf(await found('zzyzx venneforening'))).not.toContain('Qwixotl Venneforening');
  expect(namesOf(await found('qwix'))).toEqual(['Qwixotl Venneforening']);
  expect(namesOf(await found('qwixotl venneforening'))).toEqual(['Qwixotl Venneforening']);

  await em.remove(loaded).flush();
  await indexed.index.caughtUp();
  expect((await found('qwixotl'))?.total).toBe(0);
});

test('what was corrected is found by whoever searches next, here and at another server', async () => {
  const organisation = anOrganisation({ name: 'Zzyzx Venneforening' });
  const person = aPerson({ givenName: 'Vennlig', familyName: 'Prøve' });
  await indexed.world.has(organisation, person, anAffiliation(person, organisation));
  await indexed.index.caughtUp();
  const other = await worldOver(database);
  const stop = other.context(null).backlog.start(() => undefined);

  await correct(other, { id: organisation.id, name: 'Qwixotl Venneforening' });
  await expect
    .poll(async () => namesOf(await found('qwixotl')), { timeout: 10_000 })
    .toEqual(['Qwixotl Venneforening', 'Vennlig Prøve']);
  await correct(indexed.world, { id: organisation.id, expectedVersion: 2, name: 'Abjad' });
  expect(namesOf(await found('abjadd'))).toEqual(['Abjad', 'Vennlig Prøve']);
  expect((await found('qwixotl'))?.total).toBe(0);
  expect(await names(other, 'abjad')).toEqual(['Abjad', 'Vennlig Prøve']);
  stop();
});

test('a search sees one state of things, whatever is written meanwhile', async () => {
  const before = await found('');
  const ids = await database.pool.query<{ id: string }>('select id from directory_entry');
  const writing = (async () => {
    for (const { id } of ids.rows.slice(0, 60)) {
      await database.pool.query(
        'update directory_entry set name_length = name_length where id = $1',
        [id],
      );
    }
  })();
  const viewer = aCoordinator();
  const context = indexed.world.context(viewer);
  const { query } = await prepare({ text: '' }, context);
  const totals = new Set<number | undefined>();
  let isWriting = true;
  void writing.then(() => (isWriting = false));
  while (isWriting) {
    const hits = await indexed.index.find(query, everything(firstPage(100), false), context);
    totals.add(hits?.total);
    expect(new Set(hits?.found.map(({ id }) => id)).size).toBe(hits?.found.length);
  }
  await writing;
  await indexed.index.caughtUp();
  expect(indexed.index.changes).toBe(60);
  expect([...totals]).toEqual([before?.total]);
  expect((await found(''))?.total).toBe(before?.total);
});

test('many entries written at once are followed, too', async () => {
  await database.pool.query(
    'delete from directory_entry where id in (select id from directory_entry order by id limit 900)',
  );
  await indexed.index.caughtUp();
  expect(indexed.index.changes).toBe(900);
  const { rows } = await database.pool.query<{ left: number }>(
    'select count(*)::integer as left from directory_entry',
  );
  expect((await found(''))?.total).toBe(rows[0]?.left);
});

test('when everything is written anew the database answers until all is loaded again', async () => {
  const before = await found('somali');
  const whole = indexed.says('The directory is in memory');
  await indexed.world.em.fork().transactional(async (em) => {
    await refreshDirectory(runIn(em.getTransactionContext()!), today);
  });
  await indexed.index.caughtUp();
  expect(await found('somali')).toBeNull();
  await whole;
  expect(indexed.index.changes).toBe(0);
  expect((await found('somali'))?.found).toEqual(before?.found);
});

test('a large load that turns triggers off is heard of all the same', async () => {
  const owner = new pg.Client({
    connectionString: inDatabase(inject('clusterUrl'), new URL(database.url).pathname.slice(1)),
  });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  await owner.query(
    'delete from directory_entry where id in (select id from directory_entry limit 3)',
  );
  await indexed.index.caughtUp();
  expect(indexed.index.changes).toBe(3);
  const whole = indexed.says('The directory is in memory');
  await owner.query('truncate directory_entry');
  await owner.end();
  await whole;
  expect((await found(''))?.total).toBe(0);
});

test('when its connection is lost the database answers until all is loaded again', async () => {
  const lost = indexed.says('Searches are answered by the database for now');
  const whole = indexed.says('The directory is in memory');
  const { rowCount } = await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'samband index'`,
  );
  expect(rowCount).toBe(1);
  await lost;
  expect(await found('somali')).toBeNull();
  // Nobody tells of this: it has to be seen.
  await database.pool.query(`delete from directory_entry where name like '%Somali%'`);
  await whole;
  expect((await found('somali'))?.total).toBeGreaterThan(0);
  expect(namesOf(await found('somali'))).not.toContainEqual(expect.stringContaining('Somali'));
});

test('who has written is answered by the database until memory has heard of it; others are not kept waiting', async () => {
  const [writer, other] = [
    aCoordinator(),
    { ...aReader(), id: '00000000-0000-4000-8000-000000000001' },
  ];
  const context = indexed.world.context(writer);
  const { query } = await prepare({ text: 'oslo' }, context);
  const wanted = everything(firstPage(5));
  await indexed.world.has(
    new Organisation('Zzyzx Venneforening', OrganisationKind.VOLUNTARY_ORGANISATION),
  );
  indexed.index.hasWritten(writer);
  const [own, others] = await Promise.all([
    indexed.index.find(query, wanted, context),
    indexed.index.find(query, wanted, indexed.world.context(other)),
  ]);
  expect(own).toBeNull();
  expect(others?.total).toBeGreaterThan(0);
  await indexed.index.caughtUp();
  expect(namesOf(await found('zzyzx', writer))).toEqual(['Zzyzx Venneforening']);
});

test('a correction through the API is found by whoever made it, at once', async () => {
  const { world, index } = indexed;
  const editor = anEditor();
  const { rows } = await database.pool.query<{ id: string; version: number }>(
    'select id, version from organisation order by id limit 1',
  );
  const { id = '', version = 0 } = rows[0] ?? {};
  const context = world.context(editor);
  const { query } = await prepare({ text: 'qwixotl' }, context);
  const answer = await world.ask(
    editor,
    'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { name } }',
    { input: { id, expectedVersion: version, name: 'Qwixotl Venneforening' } },
  );
  expect(answer.errors).toBeUndefined();
  expect(await index.find(query, everything(firstPage(5)), context)).toBeNull();
  expect(await names(world, 'qwixotl', { viewer: editor })).toEqual(['Qwixotl Venneforening']);
  await index.caughtUp();
  expect(namesOf(await found('qwixotl', editor))).toEqual(['Qwixotl Venneforening']);
});

test('closed it answers nothing, and leaves no connection behind', async () => {
  await indexed.close();
  expect(await found('somali')).toBeNull();
  const { rowCount } = await database.pool.query(
    `select from pg_stat_activity where datname = current_database() and application_name like 'samband index%'`,
  );
  expect(rowCount).toBe(0);
});

test('a database that is not there is told of, and asked again until it is closed', async () => {
  const elsewhere = new URL(database.url);
  elsewhere.port = '9';
  const told = Promise.withResolvers<string>();
  const log = { info: () => {}, warn: (_: object, message: string) => told.resolve(message) };
  const index = new DirectoryIndex({ url: elsewhere.href, log }).start();
  expect(await told.promise).toBe('Searches are answered by the database for now');
  await index.close();
});

test('what the dictionary was asked is not asked again until something is written', async () => {
  const statements = async (text: string, viewer: Viewer = aCoordinator()) => {
    const context = indexed.world.context(viewer);
    await prepare({ text }, context);
    return context.reader.statements;
  };

  expect(await statements('zzyzxx forening')).toBe(1);
  expect(await statements('zzyzxx forening')).toBe(0);
  expect(await statements('zzyzxx forenin')).toBe(1);
  expect(namesOf(await found('zzyzxx'))).toEqual([]);

  await indexed.world.has(
    new Organisation('Zzyzxx Venneforening', OrganisationKind.VOLUNTARY_ORGANISATION),
  );
  await indexed.index.caughtUp();
  expect(await statements('zzyzxx forening')).toBe(1);
  expect(namesOf(await found('zzyzxx'))).toEqual(['Zzyzxx Venneforening']);
});

test('what a word may be a slip for is asked at once where nobody is called that, and else when nothing is found by it', async () => {
  await indexed.world.has(
    new Organisation('Kwyndel Venneforening', OrganisationKind.VOLUNTARY_ORGANISATION),
    new Organisation('Kwyndol Turlag', OrganisationKind.VOLUNTARY_ORGANISATION),
  );
  await indexed.index.caughtUp();
  const asked = async (text: string) => {
    const context = indexed.world.context(aCoordinator());
    const { query, forgiving } = await prepare({ text }, context);
    const first = context.reader.statements;
    const other = await forgiving();
    const forms = (it: Query | null) =>
      it?.understanding.groups
        .flatMap(({ divisions }) => divisions.flat())
        .flatMap(({ readings }) => readings)
        .flatMap((reading) => (reading.as === 'word' ? [reading.form] : []));
    const statements = [first, context.reader.statements - first];
    return { statements, typed: forms(query), forgiven: forms(other) };
  };

  const unknown = await asked('kwyndil');
  expect(unknown.statements).toEqual([1, 0]);
  expect(unknown.typed).toEqual(expect.arrayContaining(['kwyndel', 'kwyndol']));

  const known = await asked('kwyndel');
  expect(known.statements).toEqual([1, 1]);
  expect(known.typed).not.toContain('kwyndol');
  expect(known.forgiven).toContain('kwyndol');
  expect((await asked('kwyndel')).statements).toEqual([0, 0]);
});
