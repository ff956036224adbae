import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';

import { workLock } from './install.mjs';
import { withLock } from './lock.mjs';
import { run } from './processes.mjs';
import { say, Stop, timed } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

const dist = join(projectRoot, 'dist');

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} sources files and folders it is made from
 * @property {readonly string[]} made folders in dist that it fills
 * @property {(node: string, into: string) => Promise<void>} make
 */

/** @type {readonly Part[]} */
const parts = [
  {
    name: 'server',
    sources: ['schema', 'server', 'seeds', 'tsconfig.json', 'package-lock.json'],
    made: ['schema', 'server', 'seeds'],
    make: makeServer,
  },
  {
    name: 'client',
    sources: [
      'client',
      'schema/language',
      'server/launch/collectDocuments.ts',
      'vite.config.ts',
      'tsconfig.json',
      'package-lock.json',
    ],
    made: ['client'],
    make: makeClient,
  },
];

/**
 * Builds what has changed since the last time.
 *
 * A part is made beside the old one and then takes its place, so that a failed build leaves the old
 * one working and a removed source leaves nothing behind.
 *
 * @param {string} node
 * @param {{ isForced?: boolean }} [options]
 */
export async function built(node, { isForced = false } = {}) {
  const isDue = (/** @type {Part} */ part) => isForced || !isFresh(part);
  if (!parts.some(isDue)) return;
  mkdirSync(dist, { recursive: true });
  await withLock(
    workLock,
    async () => {
      for (const part of parts.filter(isDue)) {
        await timed(`Building the ${part.name}`, `Built the ${part.name}`, () => make(part, node));
      }
    },
    (holder) =>
      say(`Waiting for another start in this clone (process ${holder}) to install and build`),
  );
}

/**
 * @param {Part} part
 * @param {string} node
 */
async function make(part, node) {
  const fingerprint = fingerprintOf(part);
  const fresh = join(dist, `.${part.name}.new`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  await part.make(node, fresh);
  for (const name of part.made) {
    if (!existsSync(join(fresh, name))) continue;
    rmSync(join(dist, name), { recursive: true, force: true });
    renameSync(join(fresh, name), join(dist, name));
  }
  rmSync(fresh, { recursive: true });
  writeFileSync(stampOf(part), fingerprint);
}

/**
 * The types are looked at by `npm run check`; here each file is only put into JavaScript, which
 * takes a fraction of the time.
 *
 * @param {string} node
 * @param {string} into
 */
async function makeServer(node, into) {
  const compiler = join(projectRoot, 'node_modules/ts7/bin/tsc');
  const project = join(projectRoot, 'server/launch/tsconfig.build.json');
  await must(node, [compiler, '-p', project, '--noCheck', '--outDir', into]);
  for (const layer of ['schema', 'server', 'seeds']) copyFacts(layer, into);
}

/**
 * Lists, words and the like lie beside the code that reads them.
 *
 * @param {string} folder
 * @param {string} into
 */
function copyFacts(folder, into) {
  for (const path of filesUnder(folder)) {
    if (['.ts', '.tsx', '.mjs', '.md'].includes(extname(path))) continue;
    mkdirSync(dirname(join(into, path)), { recursive: true });
    cpSync(join(projectRoot, path), join(into, path));
  }
}

/**
 * @param {string} node
 * @param {string} into
 */
async function makeClient(node, into) {
  if (!existsSync(join(projectRoot, 'client/index.html'))) return;
  const bundler = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const args = [bundler, 'build', '--logLevel', 'warn', '--outDir', join(into, 'client')];
  // As it goes out, whatever whoever starts it is: React asks for this while it is bundled.
  await must(node, args, { ...process.env, NODE_ENV: 'production' });
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function must(node, args, env = process.env) {
  const { code, output } = await run(node, args, { env });
  if (code === 0) return;
  throw new Stop(
    /ENOSPC/.test(output)
      ? 'The disk is full: free some space and start again.'
      : `Building failed:\n${output.trim()}`,
  );
}

const isFresh = (/** @type {Part} */ part) =>
  existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === fingerprintOf(part);

const stampOf = (/** @type {Part} */ part) => join(dist, `.${part.name}-built`);

/** Which files there are, how big and how old: what changes when anybody edits, adds or removes one. */
function fingerprintOf(/** @type {Part} */ { sources }) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(join(projectRoot, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const found = statSync(join(projectRoot, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(projectRoot, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
