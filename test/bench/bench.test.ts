import { globSync, readFileSync } from 'node:fs';
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
  const [pidFile = ''] = found('.data/postgres/postmaster.pid');
  const pid = Number.parseInt(readFileSync(join(folder, pidFile), 'utf8'));
  const { code } = await bench.kill('SIGINT').end();
  expect(code).toBe(130);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(found('')).toEqual([]);
});
