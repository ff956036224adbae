import 'reflect-metadata';

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { OpenThings } from '#server/launch/OpenThings.ts';
import { temporaryFolder } from '#test/launch/temporaryFolder.ts';
import { formerProject } from './formerProject.ts';

const git = (clone: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: clone,
    encoding: 'utf8',
  });

/** A clone with one commit, whose build is this program. */
function aClone(build: string): string {
  const clone = temporaryFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    writeFileSync(join(clone, file), text);
  };
  write('package-lock.json', '{}');
  write('schema/migrations/migrations.ts', 'export const migrations = [];');
  write('server/launch/launch.mjs', build);
  git(clone, 'init', '--quiet');
  git(clone, 'add', '.');
  git(clone, 'commit', '--quiet', '--message', 'As it was');
  return clone;
}

const worktreesOf = (clone: string) => git(clone, 'worktree', 'list').trim().split('\n');

test('a former commit is checked out and built beside, and removed with the things', async () => {
  const clone = aClone("import fs from 'node:fs'; fs.writeFileSync('built', process.argv[2]);");
  const things = new OpenThings();
  const { root, commit, hasOurTables } = await formerProject('HEAD', things, clone);
  expect(readFileSync(join(root, 'built'), 'utf8')).toBe('build');
  expect(commit).toBe(git(clone, 'rev-parse', '--short', 'HEAD').trim());
  expect(hasOurTables).toBe(true);
  await things.close();
  expect(existsSync(root)).toBe(false);
  expect(worktreesOf(clone)).toHaveLength(1);
});

test('migrations that differ from the files as they are now make other tables', async () => {
  const clone = aClone('');
  writeFileSync(join(clone, 'schema/migrations/migrations.ts'), 'export const migrations = [1];');
  const things = new OpenThings();
  expect(await formerProject('HEAD', things, clone)).toMatchObject({ hasOurTables: false });
  await things.close();
});

test('who is interrupted while it is built leaves no build running and no folder', async () => {
  const told = join(temporaryFolder(), 'pid');
  const clone = aClone(
    `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(told)}, String(process.pid)); setInterval(() => {}, 1000);`,
  );
  const things = new OpenThings();
  const outcome = formerProject('HEAD', things, clone).catch((error: Error) => error.message);
  await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8')).toMatch(/^\d+$/);
  await things.close();
  expect(await outcome).toMatch(/could not be built/);
  expect(() => process.kill(Number(readFileSync(told, 'utf8')), 0)).toThrow('ESRCH');
  expect(worktreesOf(clone)).toHaveLength(1);
});

test('what is no commit is told in a sentence', async () => {
  const clone = aClone('');
  await expect(formerProject('nowhere', new OpenThings(), clone)).rejects.toThrow(
    '"nowhere" is no commit of this clone.',
  );
});
