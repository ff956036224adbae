import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npmInstall } from '#server/launch/install.mjs';
import { withLock } from '#server/launch/lock.mjs';
import { projectRoot } from '#server/launch/projectRoot.mjs';

/** Packages that are not Samband's own: where they are asked for, and which of them there must be. */
export interface Apart {
  /** What their folder is called. */
  readonly name: string;
  /** Where their package.json is, with a lock of its own. */
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
  { name, asked, what, needed }: Apart,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(projectRoot, 'node_modules/.cache', name);
  const lock = readFileSync(join(asked, 'package-lock.json'), 'utf8');
  const isWhole = () =>
    existsSync(join(folder, 'node_modules/.package-lock.json')) &&
    readFileSync(join(folder, 'package-lock.json'), 'utf8') === lock &&
    needed.every((it) => existsSync(join(folder, 'node_modules', it, 'package.json')));
  mkdirSync(folder, { recursive: true });
  await withLock(join(folder, '.lock'), async () => {
    if (isWhole()) return;
    say(`Installing ${what}, once …`);
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(asked, file), join(folder, file));
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
