import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { run } from '#server/launch/processes.mjs';
import { root, say } from './surroundings.ts';

const asked = join(import.meta.dirname, 'peers');
const folder = join(root, 'node_modules/.cache/bench-peers');

/**
 * Where the peers are. They are two hundred packages that nobody needs to run or to develop Samband, so the first bench that compares
 * itself with them installs them, by a lock of their own.
 */
export async function installedPeers(): Promise<string> {
  const lock = readFileSync(join(asked, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules/.package-lock.json');
  const kept = join(folder, 'package-lock.json');
  if (existsSync(installed) && readFileSync(kept, 'utf8') === lock) return folder;
  say('Installing what Samband is compared with, once …');
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(asked, name), join(folder, name));
  }
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  if (code !== 0) throw new Error(`The peers could not be installed:\n${output}`);
  return folder;
}
