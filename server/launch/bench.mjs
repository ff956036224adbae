import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { say } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

/**
 * @typedef {object} Measure
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} limit
 */

const rest = 5_000;

/**
 * Starts a demo twice in a folder of its own, and weighs what a browser fetches first.
 *
 * @param {string} node
 */
export async function bench(node) {
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  try {
    say('Starting for the first time …');
    const first = await measureStart(node, folder);
    say('Starting again …');
    const second = await measureStart(node, folder);
    /** @type {Measure[]} */
    const measures = [
      { what: 'first start, with an empty folder', value: first.seconds, unit: 's', limit: 20 },
      { what: 'start', value: second.seconds, unit: 's', limit: 5 },
      { what: 'memory at rest', value: second.megabytes, unit: 'MB', limit: 200 },
      { what: 'JavaScript of the first page, brotli', value: firstPage(), unit: 'kB', limit: 120 },
    ];
    report(measures);
    return measures.every(({ value, limit }) => value <= limit) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly Measure[]} measures */
function report(measures) {
  const rows = measures.map(
    ({ what, value, unit, limit }) =>
      `| ${what} | ${value.toFixed(1)} ${unit} | ${limit} ${unit} | ${value <= limit ? 'yes' : 'no'} |`,
  );
  const table = ['| what | measured | at most | met |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
  process.stdout.write(`${table}\n`);
  const { length } = cpus();
  const preface = `Written by \`npm run bench\`: Node ${process.versions.node}, ${process.platform} ${process.arch}, ${length} cores.`;
  writeFileSync(
    join(projectRoot, 'docs/benchmarks.md'),
    `# Benchmarks\n\n${preface}\n\n${table}\n`,
  );
  writeFileSync(join(projectRoot, 'dist/bench.json'), `${JSON.stringify({ measures }, null, 2)}\n`);
  say('Written to docs/benchmarks.md and dist/bench.json');
}

/**
 * @param {string} node
 * @param {string} folder
 * @returns {Promise<{ seconds: number, megabytes: number }>}
 */
async function measureStart(node, folder) {
  const startedAt = performance.now();
  const child = spawn(node, ['--enable-source-maps', join(projectRoot, 'dist/server/main.js')], {
    cwd: projectRoot,
    env: {
      NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.cache/compiled'),
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      SAMBAND_DATA_DIR: join(folder, '.data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('close', () => reject(new Error('It did not start.')));
  });
  const seconds = (performance.now() - startedAt) / 1000;
  await new Promise((resolve) => setTimeout(resolve, rest));
  const megabytes = memoryOf(child.pid ?? 0);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  await closed;
  return { seconds, megabytes };
}

/** @param {number} pid */
function memoryOf(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

/** What the page names, and what that imports at once; not what a screen asks for later. */
function firstPage() {
  const folder = join(projectRoot, 'dist/client');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const seen = new Set(wanted);
  let bytes = 0;
  for (let path = wanted.pop(); path; path = wanted.pop()) {
    const packed = statSync(join(folder, `${path}.br`), { throwIfNoEntry: false });
    bytes += (packed ?? statSync(join(folder, path))).size;
    const script = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of script.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      const next = `/assets/${name}`;
      if (!seen.has(next) && readdirSync(join(folder, 'assets')).includes(name)) {
        seen.add(next);
        wanted.push(next);
      }
    }
  }
  return bytes / 1024;
}
