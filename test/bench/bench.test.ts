import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Running, runToEnd } from '#test/launch/Running.ts';
import { temporaryFolder } from '#test/launch/temporaryFolder.ts';

test('a part is measured and told as a table, and no file is written where none is asked for', async () => {
  const { code, output } = await runToEnd(['bench', '--part', 'bundle', '--print-only']);
  expect(output).toMatch(/\| JavaScript of the first page, brotli \| ≤ 120 kB \|/);
  expect(code).toBe(0);
});

test('an unknown flag is told in a sentence', async () => {
  const { code, complaint } = await runToEnd(['bench', '--part', 'reeds']);
  expect(complaint).toMatch(/^--part knows no "reeds": choose among .*\.\n$/);
  expect(code).toBe(2);
});

test('who interrupts it leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const found = (what: string) => globSync(`samband-bench-*/${what}`, { cwd: folder });
  const bench = Running.start(['bench', '--part', 'start', '--print-only'], { TMPDIR: folder });
  await expect
    .poll(() => found('.data/postgres/postmaster.pid'), { timeout: 30_000 })
    .toHaveLength(1);
  const [told = ''] = found('.data/postgres/postmaster.pid');
  const port = Number(readFileSync(join(folder, told), 'utf8').split('\n')[3]);
  const { code } = await bench.kill('SIGINT').end();
  expect(code).toBe(130);
  expect(found('')).toEqual([]);
  await expect(connected(port)).rejects.toThrow('ECONNREFUSED');
});

async function connected(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
