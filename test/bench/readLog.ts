import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ReadLog } from '#server/access/ReadLog.ts';
import { verifyReadLog } from '#server/access/verifyReadLog.ts';
import { openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { migrate } from '#server/migrate.ts';
import { openPool } from '#server/orm.ts';

/**
 * How the read log keeps up: 5,000 answers a second, each with one person in it, come at an even pace for ten seconds; then as many as
 * there is room for at once. On a database that writes to disk before it says so.
 *
 *     node test/bench/readLog.ts
 */
const perSecond = 5_000;
const seconds = 10;
const tick = 10;

const folder = mkdtempSync(join(tmpdir(), 'samband-read-log-'));
const cluster = await openEmbeddedDatabase({ dataDir: folder });
const { url } = await migrate(cluster.url, Buffer.alloc(32, 7));
const pool = openPool({ url });
const log = new ReadLog(pool, (error) => {
  throw error;
});

const viewerId = crypto.randomUUID();
const waits: number[] = [];
async function read(): Promise<void> {
  const begun = performance.now();
  await log.append([
    {
      at: new Date(),
      viewerId,
      via: 'session',
      personId: crypto.randomUUID(),
      fields: ['contactPoints.value'],
      purpose: 'crisis',
      requestId: crypto.randomUUID(),
    },
  ]);
  waits.push(performance.now() - begun);
}

const begun = performance.now();
const under: Promise<void>[] = [];
for (let sent = 0; sent < perSecond * seconds;) {
  const due = Math.min(((performance.now() - begun) / 1_000) * perSecond, perSecond * seconds);
  for (; sent < due; sent += 1) under.push(read());
  await pause(tick);
}
const asked = performance.now() - begun;
await Promise.all(under);
const done = performance.now() - begun;
const paced = waits.toSorted((one, other) => one - other);
const at = (part: number) => Math.round(paced[Math.floor(part * (paced.length - 1))] ?? 0);
const { rows } = await pool.query<{ batches: number }>(
  'select count(*)::integer as batches from read_log_batch',
);

waits.length = 0;
const flood = performance.now();
await Promise.all(Array.from({ length: 40_000 }, read));
const flooded = (performance.now() - flood) / 1_000;

const verifying = performance.now();
const { fault, reads, batches } = await verifyReadLog(pool, new Date());
const verified = (performance.now() - verifying) / 1_000;

process.stdout
  .write(`${paced.length} reads asked for in ${(asked / 1_000).toFixed(1)} s were all written ${Math.round(done - asked)} ms after the last,
in ${rows[0]?.batches} batches (${Math.round(paced.length / (rows[0]?.batches ?? 1))} reads each); a read waited ${at(0.5)} ms (median), ${at(0.99)} ms (99 %), ${at(1)} ms (most).
40,000 at once: ${Math.round(40_000 / flooded)} reads/s.
Verified: ${reads} reads in ${batches} batches in ${verified.toFixed(1)} s; ${fault ?? 'all is as it was written'}.
`);
await pool.end();
await cluster.release();
rmSync(folder, { recursive: true, force: true });
