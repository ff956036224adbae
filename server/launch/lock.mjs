import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A holder that is alive touches its lock file this often, and is taken for dead after the other. */
const heartbeat = 5_000;
const deadAfter = 120_000;

/** Names of the locks this process holds, to tell them from those of an earlier process with its number. */
const held = new Set();

/**
 * Does a piece of work while no other process in this clone does the same.
 *
 * The lock is a file that names its holder: `<process number> <name of this lock>`. One whose holder
 * is gone is taken over. Plain JavaScript, for the launcher uses it before anything is installed.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => T | Promise<T>} work
 * @param {(holder: number) => void} [onWait] told once, if another process is at it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  const name = randomUUID();
  const mine = `${path}.${name}`;
  held.add(name);
  try {
    writeFileSync(mine, `${process.pid} ${name}`, { mode: 0o600 });
    for (let tries = 0; !(linked(mine, path) || takenOver(mine, path)); tries += 1) {
      if (tries === 0) onWait?.(holderOf(path)?.pid ?? 0);
      await pause(50 + Math.random() * 50);
    }
  } catch (error) {
    held.delete(name);
    rmSync(mine, { force: true });
    throw error;
  }
  const beat = setInterval(() => touch(path), heartbeat).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holderOf(path)?.name === name) rmSync(path, { force: true });
    rmSync(mine, { force: true });
    held.delete(name);
  }
}

/**
 * A link is made by one only, and is there with its content from the first moment.
 *
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    return copied(from, to);
  }
}

/**
 * For file systems without links.
 *
 * @param {string} from
 * @param {string} to
 */
function copied(from, to) {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Replaces the lock of a dead holder. Two that want the same one are told apart by a claim in the
 * dead holder's name; who holds the claim and still finds that holder in the lock may replace it.
 *
 * @param {string} mine
 * @param {string} path
 */
function takenOver(mine, path) {
  const dead = holderOf(path);
  if (!dead || isAlive(dead)) return false;
  const claim = `${path}.claim-${dead.name}`;
  if (!linked(mine, claim)) {
    const claimant = holderOf(claim);
    if (claimant && !isAlive(claimant)) rmSync(claim, { force: true });
    return false;
  }
  try {
    if (holderOf(path)?.name !== dead.name) return false;
    const copy = `${mine}.copy`;
    writeFileSync(copy, readFileSync(mine), { mode: 0o600 });
    renameSync(copy, path);
    rmSync(`${path}.${dead.name}`, { force: true });
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {{ pid: number, name: string, seen: number } | null}
 */
function holderOf(path) {
  try {
    const [pid = '', name = ''] = readFileSync(path, 'utf8').split(' ');
    return { pid: Number(pid), name, seen: statSync(path).mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @param {{ pid: number, name: string, seen: number }} holder */
function isAlive({ pid, name, seen }) {
  if (pid === process.pid) return held.has(name);
  if (Date.now() - seen > deadAfter) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} path */
function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // The folder is gone or full: the work itself will tell.
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);
