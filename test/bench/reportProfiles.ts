import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { profilesFolder } from './parts/profiles.ts';
import { root } from './surroundings.ts';

/** Where one sees what the time is spent on: the pictures that there are, each of which tells of which register. */
export function profilesSection(): string | null {
  const folder = join(root, profilesFolder);
  const files = existsSync(folder) ? readdirSync(folder).filter((it) => it.endsWith('.svg')) : [];
  if (!files.length) return null;
  const links = files.map((file) => `[${file.slice(0, -4).toUpperCase()}](profiles/${file})`);
  return [
    '## Profiles',
    `What server and database are at under each operation, at 8 connections: ${links.join(', ')}.`,
    'Of the server it is Node’s main thread as V8’s profiler sees it; waiting is left out. It looks by the clock: on a busy machine, where the system takes the processor away, writing to sockets looks dearer than it is. Of the database it is what `perf` finds its processes at.',
  ].join('\n\n');
}
