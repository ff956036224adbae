import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import { withLock } from './lock.mjs';
import { run } from './processes.mjs';
import { say, Stop, timed } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

const modules = join(projectRoot, 'node_modules');
const lockFile = join(projectRoot, 'package-lock.json');
const stamp = join(modules, '.samband-installed');
const dist = join(projectRoot, 'dist');

/** The lock of everything that changes node_modules or dist in this clone. */
export const workLock = join(dist, '.lock');

/**
 * Installs the packages unless they are there, and returns the Node to run everything with.
 *
 * The stamp is the lock file's own hash and is written last, so that a half-finished install is
 * noticed; what somebody installed with npm by hand is taken as it is when it is whole.
 */
export async function installed() {
  if (isStamped()) return pinnedNode();
  if (isWhole() && (await runs(pinnedNode()))) {
    remember();
    return pinnedNode();
  }
  mkdirSync(dist, { recursive: true });
  await withLock(
    workLock,
    async () => {
      if (isStamped()) return;
      if (!isWhole()) await install();
      if (!(await runs(pinnedNode()))) await installNode();
      remember();
    },
    (holder) =>
      say(`Waiting for another start in this clone (process ${holder}) to install and build`),
  );
  return pinnedNode();
}

const wanted = () =>
  createHash('sha256')
    .update(`${process.platform} ${process.arch} `)
    .update(readFileSync(lockFile))
    .digest('hex');

function remember() {
  try {
    // Another file, in its place: of folders that share their files by links, each has its own stamp.
    writeFileSync(`${stamp}-new`, wanted());
    renameSync(`${stamp}-new`, stamp);
  } catch {
    // A clone that somebody else owns is looked through again each time.
  }
}

const isStamped = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

/** Whether npm's own record of what it installed is what the lock file asks for. */
function isWhole() {
  try {
    const asked = packagesIn(lockFile);
    const found = packagesIn(join(modules, '.package-lock.json'));
    return Object.entries(asked).every(
      ([path, { version, optional }]) =>
        path === '' ||
        (found[path]
          ? found[path].version === version && existsSync(join(projectRoot, path, 'package.json'))
          : optional === true),
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

async function install() {
  const version = await npm('--version');
  const [major = 0] = version.output.trim().split('\n').at(-1)?.split('.').map(Number) ?? [];
  if (version.code !== 0 || !(major >= 10)) {
    throw new Stop(
      `Samband needs npm 10 or newer${version.code === 0 ? `, and this is npm ${version.output.trim()}` : ''}: run "npm install --global npm@latest", or install Node anew from https://nodejs.org.`,
    );
  }
  rmSync(join(modules, '.package-lock.json'), { force: true });
  await timed(
    'Installing packages, a minute or two the first time',
    'Installed packages',
    async () => {
      const { code, output } = await npmInstall('ci');
      if (code === 0) return;
      // A lock file written where some platform's packages were not to be had: npm can still follow the rest of it.
      const isIncomplete = /EUSAGE|in sync/.test(output);
      const second = isIncomplete ? await npmInstall('install', '--no-save') : { code, output };
      if (second.code !== 0) throw new Stop(whyNot(second.output));
    },
  );
}

/**
 * Lets npm install something: its words tell what went wrong, and no more.
 *
 * @param {string[]} command
 */
export const npmInstall = (...command) =>
  npm(...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');

/** @param {string} output */
function whyNot(output) {
  const words = output.trim();
  if (/ENOSPC/.test(words)) return 'The disk is full: free some space and start again.';
  if (/EACCES|EPERM|EROFS/.test(words)) {
    return `You may not write in ${projectRoot}: start as the user who owns it.\n${words}`;
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|network/i.test(words)) {
    return `npm does not reach its registry: check the network and start again.\n${words}`;
  }
  return `The packages could not be installed. npm says:\n${words}`;
}

/** The npm that runs us, else the one on the path. Its cache moves where the home folder may not be written in. */
function npm(/** @type {string[]} */ ...args) {
  const env = { ...process.env, ...(isCacheWritable() ? {} : { npm_config_cache: ownCache() }) };
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env;
  if (cli.endsWith('npm-cli.js') && existsSync(node)) return run(node, [cli, ...args], { env });
  return run('npm', args, { env, shell: process.platform === 'win32' });
}

function isCacheWritable() {
  try {
    const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const ownCache = () => join(tmpdir(), `samband-npm-${userInfo().uid}`);

/** Node as package.json pins it. */
function pinnedNode() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const node = join(modules, 'node', 'bin', `node${suffix}`);
  return existsSync(node) || !isModern() ? node : process.execPath;
}

/** Node that runs us is good enough where none is packaged for the machine. */
const isModern = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

const runs = async (/** @type {string} */ node) => (await run(node, ['--version'])).code === 0;

/** npm may block install scripts, and then the package has brought no program. So its script is run here. */
async function installNode() {
  const folder = join(modules, 'node');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  await timed(`Fetching Node ${version}`, `Fetched Node ${version}`, async () => {
    const env = { ...process.env, ...(isCacheWritable() ? {} : { npm_config_cache: ownCache() }) };
    const { output } = await run(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: folder,
      env,
    });
    if (await runs(pinnedNode())) return;
    rmSync(join(folder, 'bin'), { recursive: true, force: true });
    if (isModern())
      return say(
        `Node ${version} is not to be had here; this Node ${process.versions.node} will do.`,
      );
    throw new Stop(
      `Node ${version} could not be fetched, and this Node ${process.versions.node} is too old to run Samband: install Node 22.18 or newer from https://nodejs.org and start again.\n${output.trim()}`,
    );
  });
}
