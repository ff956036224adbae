import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Running, runToEnd } from '#test/launch/Running.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'samband-test-'));
  const own = () => globSync('samband-bench-*/.data/postgres.log', { cwd: folder });
  try {
    const bench = Running.start(['bench', '--part', 'start', '--print-only'], { TMPDIR: folder });
    await expect.poll(own, { timeout: 30_000 }).toHaveLength(1);
    const { code } = await bench.kill('SIGINT').end();
    expect(code).toBe(130);
    expect(globSync('samband-bench-*', { cwd: folder })).toEqual([]);
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
});
