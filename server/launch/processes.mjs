import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

import { projectRoot } from './projectRoot.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code
 * @property {string} output what it printed, in order
 */

/**
 * Runs a program quietly to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      ...options,
      env: { NO_COLOR: '1', ...(options.env ?? process.env) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (/** @type {Buffer} */ text) => void (output += text.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.once('close', (code, signal) => resolve({ code: codeOf(code, signal), output }));
  });
}

/**
 * Hands terminal and signals over to a program, and returns its exit code.
 *
 * Ctrl-C reaches the program from the terminal, from npm and from us; it is for the program to take
 * those for one. When npm that started us is killed, or we are, the program is told to end: nothing
 * is left behind that keeps the port.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function handOver(program, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => pass(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    }
    whenParentDies(() => pass('SIGTERM'));
    child.once('error', (error) => {
      process.stderr.write(`${program} cannot be run: ${error.message}\n`);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(codeOf(code, signal)));
  });
}

/**
 * npm runs us through a shell, which may or may not have stepped aside: whoever of the two goes first, nobody
 * is left who could stop us.
 *
 * @param {() => void} then
 */
function whenParentDies(then) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : parent;
  const watch = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(watch);
    then();
  }, 1_000).unref();
}

const isShell = (/** @type {number} */ pid) => /^\S*sh (-\S+ )*-c /.test(told(pid, 'args'));
const parentOf = (/** @type {number} */ pid) => Number(told(pid, 'ppid')) || pid;

/**
 * What the system tells of a process.
 *
 * @param {number} pid
 * @param {'args' | 'ppid'} what
 */
function told(pid, what) {
  return spawnSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
const codeOf = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0);
