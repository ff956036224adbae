import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { environmentOf, onRegister } from '#test/bench/Register.ts';
import { commandLine, say } from '#test/bench/surroundings.ts';

interface Brought {
  readonly rows: number;
  /** From the command to its end: read, compared with the register, written. */
  readonly seconds: number;
  /** Megabytes that its process held at most; null where the system does not tell. */
  readonly peak: number | null;
}

export interface FilesMeasured {
  readonly large: Brought;
  /** Brought into the register that the large one is in. */
  readonly usual: Brought;
}

/** Megabytes of objects that the program may hold: with all rows in its hands it would need ten times as many, and be stopped. */
const room = 128;
const [many, usually] = [100_000, 5_000];
const look = 100;

/** Filer. Brings a file of a hundred thousand rows into a demo of its own from the command line, in little room, then a usual one. */
export async function measureFiles(things: OpenThings): Promise<FilesMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  // PostgreSQL, which does not run as root, is to reach it.
  chmodSync(folder, 0o711);
  things.add(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, '.data');
  const database = await openEmbeddedDatabase({ dataDir, log: say });
  things.add(() => database.release());
  await onRegister(dataDir, ['seed']);
  const large = await brought({ folder, dataDir, rows: many, word: 'Storlaget' });
  const usual = await brought({ folder, dataDir, rows: usually, word: 'Smålaget' });
  for (const { rows, seconds, peak } of [large, usual]) {
    say(`a file of ${rows} rows: ${seconds.toFixed(1)} s, ${peak?.toFixed(0)} MB at most`);
  }
  return { large, usual };
}

const places = ['Oslo', 'Bergen', 'Drammen', 'Tromsø', 'Bodø', 'Skien', 'Hamar'];
const what = ['kor', 'kvinnegruppe', 'kulturlag', 'språkkafé', 'idrettslag'];

function list(word: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) =>
    [
      `${word} ${what[at % what.length]} ${at}`,
      places[at % places.length],
      'somali, arabisk',
      `post${at}@example.org`,
      `Prøvegata ${at}`,
    ].join(';'),
  );
  return `Navn;Kommune;Språk;E-post;Adresse\n${lines.join('\n')}\n`;
}

async function brought({
  folder,
  dataDir,
  rows,
  word,
}: {
  readonly folder: string;
  readonly dataDir: string;
  readonly rows: number;
  readonly word: string;
}): Promise<Brought> {
  const file = join(folder, `${word}.csv`);
  writeFileSync(file, list(word, rows));
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${room}`, commandLine, 'import', file, '--yes'],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environmentOf(dataDir) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let [answer, told] = ['', ''];
  child.stdout?.on('data', (text) => (answer += text));
  child.stderr?.on('data', (text) => (told = `${told}${text}`.slice(-4_000)));
  let peak: number | null = null;
  const looking = setInterval(() => (peak = peakOf(child.pid) ?? peak), look);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(looking);
  const seconds = (performance.now() - startedAt) / 1000;
  if (code !== 0 || !answer.includes(`${rows} organisations were added`)) {
    throw new Error(`A file of ${rows} rows did not come in: ${answer}${told}`);
  }
  return { rows, seconds, peak };
}

/** Null where the system does not tell, and of a process that has just ended. */
function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
