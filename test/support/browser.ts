import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

import { withLock } from '#server/launch/lock.mjs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser for tests looks at our own pages only: it needs no sandbox, and calls nobody. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
];

/** Nettleser. A real one: the one named in CHROMIUM_PATH, an installed one, or the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH || installed.find((path) => existsSync(path));
  const { path, fonts } = own ? { path: own, fonts: undefined } : await unpacked();
  return chromium.launch({
    executablePath: path,
    args: quiet,
    env: { ...process.env, ...(fonts && !existsSync('/etc/fonts') && { FONTCONFIG_PATH: fonts }) },
  });
}

/**
 * The package unpacks itself into the temporary folder, where it takes whatever an older version or
 * another clone left there for its own. So it gets a folder of its own, whole or not at all.
 */
async function unpacked(): Promise<{ path: string; fonts: string }> {
  const file = resolve('node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const caches = cacheFolder();
  const folder = join(caches, `chromium-${version}`);
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const half = `${folder}.new`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half);
    const { default: packed } = await import('@sparticuz/chromium');
    const before = process.env.TMPDIR;
    process.env.TMPDIR = half;
    // It asks for the temporary folder before it first waits.
    const unpacking = packed.executablePath();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await unpacking;
    renameSync(half, folder);
  });
  return { path: join(folder, 'chromium'), fonts: join(folder, 'fonts') };
}

function cacheFolder(): string {
  try {
    const folder = resolve('node_modules/.cache');
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return tmpdir();
  }
}
