import { expect, inject, test } from 'vitest';

import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { Jobs } from '#server/common/job/Jobs.ts';
import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './LinkDesk.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));
const silent = { warn: () => undefined, error: () => undefined };

test('a job is done where what it follows from was written, and not where that was taken back', async () => {
  const database = await cloneOf(inject('templateUrl'));
  const done: string[] = [];
  const isDone = Promise.withResolvers<void>();
  const jobs = new Jobs({
    url: database.url,
    log: silent,
    tasks: {
      tell: async ({ what = '' }) => {
        done.push(what);
        if (what === 'last') isDone.resolve();
      },
    },
  });
  await inTransaction(database.pool, async (run) => {
    await addJob(run, 'tell', { what: 'taken back' }, 'one');
    throw new Error('no');
  }).catch(() => undefined);
  await inTransaction(database.pool, (run) => addJob(run, 'tell', { what: 'replaced' }, 'two'));
  await inTransaction(database.pool, (run) => addJob(run, 'tell', { what: 'last' }, 'two'));
  await jobs.start();
  await isDone.promise;
  await jobs.stop();
  expect(done).toEqual(['last']);
  await database.close();
});

test('a letter that the mail server cannot take now is kept, without its address in a log or a table, and goes another time', async () => {
  await using desk = await openDesk();
  desk.office.refusals.set('full@example.org', 452);
  const { id } = await desk.issue({ address: 'full@example.org' });
  await desk.idle();
  const { rows } = await desk.pool.query<{ attempts: number; last: string }>(
    'select attempts, last_error as last from graphile_worker._private_jobs',
  );
  expect(rows).toMatchObject([{ attempts: 1 }]);
  expect(rows[0]?.last).toContain('452');
  expect(rows[0]?.last).not.toContain('full@');
  expect(desk.log.join('\n')).not.toContain('full@');
  const stateOf = async () =>
    (await desk.pool.query('select sent_at, failed_at from personal_link where id = $1', [id]))
      .rows[0];
  expect(await stateOf()).toEqual({ sent_at: null, failed_at: null });

  desk.office.refusals.clear();
  await desk.pool.query(
    "update graphile_worker._private_jobs set run_at = now() - interval '1 second'",
  );
  await desk.pool.query(
    `select from graphile_worker.add_job('renewLink', '{"hash": "none"}'::json)`,
  );
  await desk.opening(0);
  await desk.idle();
  expect(await stateOf()).toMatchObject({ failed_at: null });
  expect(desk.office.received).toHaveLength(1);
});

test('a letter that nobody will ever take is given up, and whoever sent it is told', async () => {
  await using desk = await openDesk();
  desk.office.refusals.set('gone@example.org', 550);
  const { recordId } = await desk.issue({ address: 'gone@example.org' });
  await desk.idle();
  const { data } = await desk.world.ask(
    desk.editor(),
    'query ($id: ID!) { personalLinks(recordId: $id) { sentOn failedOn } }',
    { id: recordId },
  );
  expect(data).toEqual({ personalLinks: [{ sentOn: null, failedOn: '2026-11-22' }] });
});

test('who is refused by the server is not written to again until somebody corrects it', async () => {
  await using desk = await openDesk();
  desk.office.refusals.set('gone@example.org', 550);
  const { recordId, contactPointId } = await desk.issue({ address: 'gone@example.org' });
  await desk.idle();
  const { rows } = await desk.pool.query(
    `select c.bounced_on::text as "bouncedOn", l.bounced_at is not null as "isLink", s.status
     from organisation_contact_point c, personal_link l join sent_message s on s.link_id = l.id
     where c.id = $1 and l.record_id = $2`,
    [contactPointId, recordId],
  );
  expect(rows).toEqual([{ bouncedOn: '2026-11-22', isLink: true, status: '5.1.0' }]);

  desk.office.refusals.clear();
  const { rows: links } = await desk.pool.query<{ id: string }>('select id from personal_link');
  const linkId = links[0]!.id;
  const again = () => {
    const payload = { linkId, sealed: desk.key.seal('A B', linkId) };
    return inTransaction(desk.pool, (run) => addJob(run, 'sendLink', payload, linkId));
  };
  await again();
  await desk.idle();
  expect(desk.office.received).toEqual([]);

  await desk.pool.query(
    'update organisation_contact_point set bounced_on = null, value = $2 where id = $1',
    [contactPointId, 'ny@example.org'],
  );
  await again();
  await desk.idle();
  expect(desk.office.received.map(({ recipients }) => recipients)).toEqual([['ny@example.org']]);
});

test('a letter that fails waits longer each time, and is told of as failed when it is given up', async () => {
  await using desk = await openDesk();
  desk.office.refusals.set('full@example.org', 452);
  const { id } = await desk.issue({ address: 'full@example.org' });
  await desk.idle();
  const waitOf = async () => {
    const { rows } = await desk.pool.query<{ attempts: number; seconds: number }>(
      'select attempts, extract(epoch from run_at - updated_at)::float as seconds from graphile_worker._private_jobs',
    );
    return rows[0];
  };
  const first = await waitOf();
  expect(first?.seconds).toBeGreaterThan(9);
  expect(first?.seconds).toBeLessThan(13);
  const tryAgain = async (attempts: number) => {
    await desk.pool.query(
      'update graphile_worker._private_jobs set run_at = now(), attempts = $1',
      [attempts],
    );
    await inTransaction(desk.pool, (run) => addJob(run, 'renewLink', { hash: 'none' }, 'wake'));
    await expect.poll(() => desk.due(), { timeout: 20_000 }).toBe(0);
  };
  await tryAgain(4);
  const fifth = await waitOf();
  expect(fifth).toMatchObject({ attempts: 5 });
  expect(fifth?.seconds).toBeGreaterThan(1_799);
  await tryAgain(13);
  expect(await waitOf()).toBeUndefined();
  const { rows } = await desk.pool.query(
    `select sent_at as "sentAt", failed_at is not null as "hasFailed", bounced_at as "bouncedAt" from personal_link where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ sentAt: null, hasFailed: true, bouncedAt: null }]);
});

test('a letter that was sent is not sent again, and goes to where the register says when it goes', async () => {
  await using desk = await openDesk();
  const { id, contactPointId } = await desk.issued();
  const { rows: jobs } = await desk.pool.query('select from graphile_worker._private_jobs');
  expect(jobs).toEqual([]);
  const sealed = desk.key.seal('A B', id);
  const again = () =>
    inTransaction(desk.pool, (run) => addJob(run, 'sendLink', { linkId: id, sealed }, id));
  await again();
  await desk.idle();
  expect(desk.office.received).toHaveLength(1);

  // As it is where the server died between the mail server's yes and our noting it.
  await desk.pool.query('update personal_link set sent_at = null');
  await desk.pool.query('update organisation_contact_point set value = $2 where id = $1', [
    contactPointId,
    'ny@example.org',
  ]);
  await again();
  await desk.idle();
  const [first, second] = desk.office.received;
  expect(second?.recipients).toEqual(['ny@example.org']);
  expect(second?.mail.messageId).toBe(first?.mail.messageId);
});

test('the role of the application does jobs, and does not alter their tables', async () => {
  await using desk = await openDesk();
  for (const statement of [
    'drop schema graphile_worker cascade',
    'alter table graphile_worker._private_jobs disable row level security',
    'insert into graphile_worker.migrations (id) values (99)',
  ]) {
    await expect(desk.pool.query(statement)).rejects.toThrow(/must be owner|permission denied/);
  }
});
