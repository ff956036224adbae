import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { npmInstall } from '#server/launch/install.mjs';
import { withLock } from '#server/launch/lock.mjs';
import { projectRoot } from '#server/launch/projectRoot.mjs';

/** Packages that are not Samband's own: where they are asked for, and which of them there must be. */
export interface Apart {
  /** A folder with a package.json and a lock of its own; its name is what they go by. */
  readonly asked: string;
  /** What they are, for a sentence. */
  readonly what: string;
  readonly needed: readonly string[];
}

/**
 * Installs packages that only a measurement or a test needs, once in a clone, and gives their folder.
 *
 * Development dependencies would be fetched by every first start of Samband, too.
 */
export async function installedApart(
  { asked, what, needed }: Apart,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(projectRoot, 'node_modules/.cache', basename(asked));
  const lock = readFileSync(join(asked, 'package-lock.json'), 'utf8');
  const isWhole = () =>
    existsSync(join(folder, 'node_modules/.package-lock.json')) &&
    readFileSync(join(folder, 'package-lock.json'), 'utf8') === lock &&
    needed.every((name) => existsSync(join(folder, 'node_modules', name, 'package.json')));
  mkdirSync(folder, { recursive: true });
  await withLock(join(folder, '.lock'), async () => {
    if (isWhole()) return;
    say(`Installing ${what}, once …`);
    for (const name of ['package.json', 'package-lock.json']) {
      copyFileSync(join(asked, name), join(folder, name));
    }
    const { output } = await npmInstall('ci', '--prefix', folder);
    // Of what is optional npm says that all is well, though it did not get it.
    if (!isWhole()) {
      throw new Error(
        `npm could not install ${what} (${needed.join(', ')}). Does it reach its registry? It says:\n${output}`,
      );
    }
  });
  return folder;
}
