import 'reflect-metadata';

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext } from '#server/context.ts';
import type { ExportInput } from '#server/directory/export/ExportInput.ts';
import { requestOf } from '#server/directory/export/requestOf.ts';
import { writeExport } from '#server/directory/export/writeExport.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { Register } from '#test/launch/Register.ts';
import { testSecret } from '#test/support/database.ts';
import { schema } from '#test/support/theSchema.ts';
import { anEditor } from '#test/support/viewers.ts';
import { personalKey } from '#test/support/world.ts';
import { ExportDesk, type Prepared } from './ExportDesk.ts';

const organisations = 12_500;
const people = 3 * organisations;
const reason = 'Hele registeret skal kontrolleres mot kildene.';

let register: Register;
let desk: ExportDesk;
beforeAll(async () => {
  register = await Register.open();
  await register.make(organisations);
  desk = await ExportDesk.open({ database: register.database });
}, 300_000);
afterAll(() => desk[Symbol.asyncDispose]());

const wholeRegister = {
  records: [RecordKind.ORGANISATION, RecordKind.PERSON],
  format: ExportFormat.CSV,
  purpose: Purpose.REGISTER_CARE,
};

const all = { records: ['ORGANISATION', 'PERSON'], purpose: 'REGISTER_CARE', reason };

/** Whoever fetches a file, and takes it at their own pace. */
async function fetching(headers: Record<string, string>, { address }: Prepared) {
  const asked = request({ port: desk.site.port, path: address, method: 'POST', headers });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { asked, answer };
}

const stateOf = async ({ id }: Prepared): Promise<string> => {
  const { rows } = await desk.site.database.pool.query<{ state: string }>(
    'select state from export where id = $1',
    [id],
  );
  return rows[0]!.state;
};

/** What is in use when all that nobody needs has been thrown away. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const inUse = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

test('fifty thousand records go out in the room of a few', async () => {
  const headers = await desk.as(Role.EDITOR);
  const prepared = await desk.prepared(headers, { ...all, format: 'CSV' });
  expect(prepared.size).toMatchObject({ organisations, people });
  const { answer } = await fetching(headers, prepared);
  expect(answer.statusCode).toBe(200);
  let [bytes, chunks, first, most] = [0, 0, 0, 0];
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (chunks++ % 100 !== 0) continue;
    const now = inUse();
    first ||= now;
    most = Math.max(most, now - first);
  }
  expect(bytes).toBeGreaterThan(10 * 1024 * 1024);
  // As they are read, they take five times as much.
  expect(most).toBeLessThan(48 * 1024 * 1024);
  expect(await stateOf(prepared)).toBe('complete');
}, 240_000);

test('no more is read than somebody takes, and nothing when they have gone', async () => {
  const context = createContext(
    await surroundingsOf({
      database: register.database,
      secret: testSecret,
      personalKey,
      migrated: [],
    }),
    {
      viewer: anEditor(),
      now: new Date('2026-11-22T08:00:00Z'),
      today: '2026-11-22',
      requestId: 'test',
      locale: 'nb',
      reader: new Reader(desk.site.database.pool),
      way: 'planned',
      purpose: Purpose.REGISTER_CARE,
    },
  );
  const input: ExportInput = wholeRegister;
  const taken = { id: 'test', fileName: 'x.csv', reason, organisations, people };
  const request = requestOf(context, input);
  const written = await writeExport(context, schema, { ...taken, request });
  const pieces = written.pieces[Symbol.asyncIterator]();
  for (let piece = 0; piece < 3; piece++) expect((await pieces.next()).done).toBe(false);
  await pieces.return?.();
  const asked = context.reader.statements;
  // Of a hundred batches, the first few.
  expect(asked).toBeLessThan(40);
  // As long as another batch would have taken.
  await register.figure('select count(*) from person_contact_point');
  await register.figure('select count(*) from affiliation');
  expect(context.reader.statements).toBe(asked);
});

test('who leaves in the middle has taken out a part, and that is kept', async () => {
  const headers = await desk.as(Role.EDITOR);
  const prepared = await desk.prepared(headers, { ...all, format: 'CSV' });
  const { asked, answer } = await fetching(headers, prepared);
  answer.on('error', () => undefined).pause();
  expect(answer.statusCode).toBe(200);
  asked.destroy();
  await expect.poll(() => stateOf(prepared), { timeout: 30_000 }).toBe('broken');
});
