import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import type { BundleMeasured } from './parts/bundle.ts';
import type { DuplicatesMeasured } from './parts/duplicates.ts';
import type { FilesMeasured } from './parts/files.ts';
import type { OperationGrown } from './parts/growth.ts';
import type { ImportMeasured } from './parts/importing.ts';
import type { LinkPageMeasured } from './parts/links.ts';
import type { ProgressMeasured } from './parts/progress.ts';
import type { ReadsMeasured } from './parts/reads.ts';
import type { RuleCost } from './parts/rules.ts';
import type { SearchMeasured } from './parts/search.ts';
import type { StartMeasured } from './parts/start.ts';
import type { TypingMeasured } from './parts/typing.ts';
import { root } from './surroundings.ts';

/** By the number of organisations. */
type BySize<Measured> = Readonly<Record<string, Measured>>;

/** When a part was measured, and how. */
export interface Occasion {
  /** Day and time. */
  readonly at: string;
  /** The commit that was measured; with a + where files differed from it. */
  readonly commit: string;
  readonly seconds: number | null;
  /** What else the machine was doing: its load when it began. */
  readonly load: number;
}

/** What was measured, in this run or before: each part as it was the last time. */
export interface Results {
  readonly machine: string;
  /** By part and size. */
  readonly measured: BySize<Occasion>;
  readonly reads: BySize<ReadsMeasured>;
  readonly search: BySize<SearchMeasured>;
  readonly duplicates: BySize<DuplicatesMeasured>;
  readonly import: BySize<ImportMeasured>;
  readonly typing: BySize<TypingMeasured>;
  readonly links: BySize<readonly LinkPageMeasured[]>;
  readonly progress: BySize<ProgressMeasured>;
  readonly rules: BySize<readonly RuleCost[]>;
  readonly profiles: BySize<readonly string[]>;
  readonly growth: readonly OperationGrown[] | null;
  readonly files: FilesMeasured | null;
  readonly start: StartMeasured | null;
  readonly bundle: BundleMeasured | null;
}

export const resultsFile = join(root, 'docs/benchmarks.json');

const gibibyte = 2 ** 30;

const machine = (): string =>
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / gibibyte)} GB of memory`;

/** Under which name it stands when a part was measured. */
export const occasionOf = (part: string, size?: string | number): string =>
  size === undefined ? part : `${part} ${size}`;

/** Before anything is measured. */
export const nothing: Omit<Results, 'machine'> = {
  measured: {},
  reads: {},
  search: {},
  duplicates: {},
  import: {},
  typing: {},
  links: {},
  progress: {},
  rules: {},
  profiles: {},
  growth: null,
  files: null,
  start: null,
  bundle: null,
};

export function readResults(): Results {
  const kept = existsSync(resultsFile)
    ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Partial<Results>)
    : {};
  return { ...nothing, ...kept, machine: machine() };
}

export const writeResults = (results: Results): void =>
  writeFileSync(resultsFile, `${JSON.stringify(results, rounded, 2)}\n`);

/** Four digits tell all that such a figure can. */
const rounded = (_name: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
