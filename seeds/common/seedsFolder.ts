import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the data files lie. The compiled program lives in another folder than they do, so we climb to the package. */
export const seedsFolder = join(packageFolder(import.meta.dirname), 'seeds');

function packageFolder(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The seeds are not inside a package');
  return packageFolder(above);
}
