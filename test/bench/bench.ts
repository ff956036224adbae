import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { OpenThings } from '#server/launch/OpenThings.ts';
import { measureBundle } from './parts/bundle.ts';
import { measureDuplicates } from './parts/duplicates.ts';
import { measureFiles } from './parts/files.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureImport } from './parts/importing.ts';
import { measureLinks } from './parts/links.ts';
import { measureProgress } from './parts/progress.ts';
import { measureReads } from './parts/reads.ts';
import { measureRules } from './parts/rules.ts';
import { measureSearch } from './parts/search.ts';
import { measureStart } from './parts/start.ts';
import { measureTyping } from './parts/typing.ts';
import { pictureOf } from './picture.ts';
import { type Flags, help, type PartName, readFlags, UnknownFlag } from './readFlags.ts';
import { openRegister, type Register } from './Register.ts';
import { reportOf } from './report.ts';
import { loadKey, nothing, readResults, type Results, writeResults } from './Results.ts';
import { Different } from './sameAnswers.ts';
import { root, say } from './surroundings.ts';
import { targets, verdictOn } from './targets.ts';

const open: OpenThings[] = [];
const closings = new Map<OpenThings, Promise<void>>();

/** However many ask for it: two who close the same things would let go of the last before the first. */
function close(things: OpenThings): Promise<void> {
  const closing = closings.get(things) ?? things.close();
  closings.set(things, closing);
  return closing;
}

/** Measures a part with things of its own, which are closed when it is done or has failed. */
async function withThings<Part>(work: (things: OpenThings) => Promise<Part>): Promise<Part> {
  const things = new OpenThings((error) => say((error as Error).message));
  open.push(things);
  try {
    return await work(things);
  } finally {
    await close(things);
  }
}

/** Whoever is interrupted leaves nothing running. */
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    void Promise.all(open.map(close)).finally(() => process.exit(130));
  });
}

/** All that is known after the run, and of it what was measured now. */
interface Measured {
  readonly results: Results;
  readonly now: Results;
}

async function measure(flags: Flags): Promise<Measured> {
  const size = String(flags.organisations);
  const onRegister = <Part>(work: (register: Register, things: OpenThings) => Promise<Part>) =>
    withThings(async (things) => work(await openRegister(flags.organisations, things), things));

  const measures: Record<PartName, (before: Results) => Promise<Partial<Results>>> = {
    bundle: async () => ({ bundle: measureBundle() }),
    start: async () => ({ start: await withThings(measureStart) }),
    files: async () => ({ files: await withThings(measureFiles) }),
    reads: async ({ reads }) => ({
      reads: {
        ...reads,
        [size]: await onRegister((it, things) => measureReads(it, flags, things)),
      },
    }),
    search: async ({ search }) => ({
      search: {
        ...search,
        [size]: await onRegister((it, things) => measureSearch(it, flags, things)),
      },
    }),
    duplicates: async ({ duplicates }) => ({
      duplicates: {
        ...duplicates,
        [size]: await onRegister((it, things) => measureDuplicates(it, flags, things)),
      },
    }),
    typing: async ({ typing }) => ({
      typing: { ...typing, [size]: await onRegister(measureTyping) },
    }),
    links: async ({ links }) => ({
      links: {
        ...links,
        [size]: await onRegister((it, things) => measureLinks(it, flags, things)),
      },
    }),
    progress: async ({ progress }) => ({
      progress: {
        ...progress,
        [size]: await onRegister((it, things) => measureProgress(it, flags, things)),
      },
    }),
    import: async ({ import: imported }) => ({
      import: { ...imported, [size]: await onRegister((it) => measureImport(it, flags)) },
    }),
    rules: async ({ rules }) => ({
      rules: {
        ...rules,
        [size]: await onRegister((it, things) => measureRules(it, flags, things)),
      },
    }),
    growth: async () => ({ growth: await withThings((things) => measureGrowth(flags, things)) }),
  };
  let results = readResults();
  let measured: Partial<Results> = {};
  for (const part of flags.parts) {
    const load = { ...results.load, [loadKey(part, size)]: loadavg()[0] ?? 0 };
    measured = { ...measured, load, ...(await measures[part](results)) };
    results = { ...results, ...measured };
    if (!flags.printOnly) write(results, flags.organisations);
  }
  return { results, now: { ...nothing, machine: results.machine, ...measured } };
}

function write(results: Results, organisations: number): void {
  writeResults(results);
  writeFileSync(join(root, 'docs/benchmarks.md'), reportOf(results));
  const reads = results.reads[organisations] ?? Object.values(results.reads)[0];
  if (!reads) return;
  const caption = `Answers a second, as times those of SQL by hand; ${organisations.toLocaleString('en')} organisations, 8 connections`;
  writeFileSync(join(root, 'docs/benchmarks.svg'), pictureOf(reads, caption));
}

/** Says what was measured now, must be met and is not. */
function judge(results: Results, { organisations }: Flags): boolean {
  const missed = targets.filter((target) => {
    const value = target.of(results, String(organisations));
    return value !== undefined && verdictOn(target, value) === 'not met';
  });
  for (const { what } of missed) say(`Not met: ${what}`);
  return missed.length === 0;
}

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (!flags) {
      process.stdout.write(help);
      return 0;
    }
    const { results, now } = await measure(flags);
    process.stdout.write(reportOf(flags.printOnly ? now : results));
    const isMet = judge(now, flags);
    return isMet || flags.reportOnly ? 0 : 1;
  } catch (error) {
    if (isInterrupted) return 130;
    const isForeseen =
      error instanceof UnknownFlag || error instanceof Different || error instanceof LaunchProblem;
    say(isForeseen ? error.message : String((error as Error).stack ?? error));
    return error instanceof UnknownFlag ? 2 : 1;
  }
}

const code = await main();
if (!isInterrupted) process.exit(code);
