import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Configuration } from '#server/configuration.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import { dataFolder } from './postgresPlace.ts';

/** The 32 bytes that everything secret is made from: the given ones, or those the demo made for itself at its first start. */
export function personalSecret({
  key,
  dataDir,
}: Pick<Configuration, 'key' | 'dataDir'>): Uint8Array {
  if (key) return key;
  const file = join(dataFolder(dataDir), 'key');
  const secret = Buffer.from(read(file) ?? make(file), 'base64');
  if (secret.length === 32) return secret;
  throw new LaunchProblem(
    `The key in ${file} is damaged: bring it back, for without it nobody can read what it sealed; or move ${dataDir} away to start with an empty register.`,
  );
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new LaunchProblem(
      `The key in ${file} cannot be read: start Samband as the user who owns it.`,
      { cause: error },
    );
  }
}

/** Whole from the first moment, and the first one's where two start at once. */
function make(file: string): string {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
  return readFileSync(file, 'utf8');
}
