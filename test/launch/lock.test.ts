import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { withLock } from '#server/launch/lock.mjs';
import { temporaryFolder } from './temporaryFolder.ts';

/** The number of a process that has been, and is no more. */
const pastProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

test('one works at a time, and all get their turn', async () => {
  const path = join(temporaryFolder(), 'lock');
  let atWork = 0;
  let done = 0;
  const work = async () => {
    atWork += 1;
    expect(atWork).toBe(1);
    await new Promise(setImmediate);
    atWork -= 1;
    done += 1;
  };

  await Promise.all(Array.from({ length: 20 }, () => withLock(path, work)));

  expect(done).toBe(20);
});

test('the lock of a process that died is taken over, by one alone', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'lock');
  writeFileSync(path, `${pastProcess()} somebody`);
  let atWork = 0;
  const work = async () => {
    atWork += 1;
    expect(atWork).toBe(1);
    await new Promise(setImmediate);
    atWork -= 1;
  };

  await Promise.all(Array.from({ length: 10 }, () => withLock(path, work)));

  expect(readdirSync(folder)).toEqual([]);
});

test('a lock from an earlier life of this process number is not ours', async () => {
  const path = join(temporaryFolder(), 'lock');
  writeFileSync(path, `${process.pid} somebody`);

  expect(await withLock(path, () => 'done')).toBe('done');
});

test('work that fails lets go', async () => {
  const path = join(temporaryFolder(), 'lock');

  await expect(withLock(path, () => Promise.reject(new Error('tired')))).rejects.toThrow('tired');

  expect(existsSync(path)).toBe(false);
});
