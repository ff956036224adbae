import { LaunchProblem } from './LaunchProblem.ts';

/** What PostgreSQL's last words mean for us: try again, another port, or give up and say why. */
export type PostgresTrouble = 'PORT_TAKEN' | 'STILL_CLOSING' | LaunchProblem;

/** Reads what PostgreSQL wrote before it gave up. */
export function postgresTrouble(words: string, data: string, log: string): PostgresTrouble {
  if (/could not bind|could not create any TCP/.test(words)) return 'PORT_TAKEN';
  if (/lock file ".*" already exists|shared memory block .* is still in use/.test(words)) {
    return 'STILL_CLOSING';
  }
  if (/No space left on device|Disk quota exceeded/.test(words)) {
    return new LaunchProblem(
      `The disk that holds ${data} is full: free some space and start again. Nothing is lost.`,
    );
  }
  if (/database files are incompatible|initialized by PostgreSQL version/.test(words)) {
    return wrongVersion(data, 'another version');
  }
  if (/Read-only file system|Permission denied|Operation not permitted/.test(words)) {
    return new LaunchProblem(
      `PostgreSQL may not write in ${data}: give yourself the right to that folder, or start Samband as the user who owns it.`,
    );
  }
  if (/could not create (shared memory|semaphores)|Cannot allocate memory/.test(words)) {
    return new LaunchProblem(
      'The machine has too little free memory for PostgreSQL: close something and start again.',
    );
  }
  if (/checkpoint record|PANIC|corrupt|invalid|could not (open|read|access) /i.test(words)) {
    return damaged(data, log);
  }
  return new LaunchProblem(
    `PostgreSQL did not start (${lastComplaint(words)}): ${log} has the whole story.`,
  );
}

/** The folder holds something, but not a whole database. */
export const damaged = (data: string, log: string): LaunchProblem =>
  new LaunchProblem(
    `The database in ${data} is damaged: restore it from a backup, or move that folder away to start with an empty register (${log} says what is wrong).`,
  );

/** Data files belong to one major version. */
export const wrongVersion = (data: string, found: string): LaunchProblem =>
  new LaunchProblem(
    `The database in ${data} was made by PostgreSQL ${found} and this Samband brings 18: start it with the Samband that made it, or move that folder away to start with an empty register.`,
  );

const lastComplaint = (words: string) =>
  words.match(/(?:FATAL|PANIC|ERROR|error):\s+(.*)/g)?.at(-1) ??
  (words.trim().split('\n').at(-1) || 'no reason given');
