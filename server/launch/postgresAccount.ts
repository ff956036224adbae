import { spawnSync } from 'node:child_process';

import { LaunchProblem } from './LaunchProblem.ts';

/** Who PostgreSQL runs as. Empty: as we do ourselves. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root lends it `postgres` where that user exists, else `nobody`. */
export function postgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((kind) =>
      Number(spawnSync('id', [kind, name]).stdout || NaN),
    );
    if (uid && gid && mayBe({ uid, gid })) return { uid, gid };
  }
  throw new LaunchProblem(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to lend it: ' +
      'start Samband as an ordinary user, or set DATABASE_URL to a database of your own.',
  );
}

/** Whether the account gets through every folder on the way to a path. */
export function reaches(account: PostgresAccount, path: string): boolean {
  if (account.uid === undefined) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/' }).status === 0
  );
}

/** Root in a container without the right to change user has nobody to lend. */
const mayBe = (account: PostgresAccount) =>
  spawnSync('/bin/sh', ['-c', 'exit 0'], { ...account, cwd: '/' }).status === 0;
