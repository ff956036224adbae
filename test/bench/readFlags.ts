import { parseArgs } from 'node:util';

import { M1 } from './operations/M1/M1.ts';
import { operations } from './operations/operations.ts';

export const partNames = [
  'reads',
  'search',
  'duplicates',
  'import',
  'files',
  'growth',
  'start',
  'bundle',
  'typing',
  'links',
  'progress',
  'rules',
  'profiles',
] as const;
export type PartName = (typeof partNames)[number];

/** Parts that no register is opened for, or several. */
const unsizedParts = ['start', 'bundle', 'files', 'growth'] as const;
export type UnsizedPart = (typeof unsizedParts)[number];
export type SizedPart = Exclude<PartName, UnsizedPart>;

export const isSized = (part: PartName): part is SizedPart =>
  !(unsizedParts as readonly string[]).includes(part);

/** What is also measured on a large register, where nobody says otherwise. */
const partsOfAllSizes: readonly PartName[] = ['reads', 'search'];
const [usual, large] = [100_000, 1_000_000];

/** What a run is to do. */
export interface Flags {
  readonly parts: readonly PartName[];
  /** How large the registers are; null for those that each part is measured on as a rule. */
  readonly organisations: readonly number[] | null;
  readonly sizes: readonly number[];
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly reportOnly: boolean;
  readonly printOnly: boolean;
  /** A former commit to measure beside, and nothing else. */
  readonly against: string | null;
}

/** The registers that a part is measured on. */
export const sizesOf = (part: PartName, { organisations }: Flags): readonly number[] =>
  organisations ?? (partsOfAllSizes.includes(part) ? [usual, large] : [usual]);

/** What was asked for cannot be done. One sentence says why. */
export class UnknownFlag extends Error {}

const operationNames = [...operations.map(({ name }) => name), M1.name];

const options = {
  part: { type: 'string', default: partNames.join(',') },
  organisations: { type: 'string' },
  sizes: { type: 'string', default: '10000,100000,1000000' },
  operations: { type: 'string', default: operationNames.join(',') },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '0.7' },
  'report-only': { type: 'boolean', default: false },
  'print-only': { type: 'boolean', default: false },
  against: { type: 'string' },
} as const;

export const help = `npm run bench -- [flags]

Measures Samband, beside what one would use instead, and writes docs/benchmarks.md, .svg and .json, and docs/profiles.
A part that was measured before and is not measured now stands as it was, with its day and commit.

  --part reads,search   ${partNames.join(', ')}; all of them if left out
  --organisations A,B   how large the registers are: 100000, and for reads and search 1000000, too. Each is made once
                        and kept in .data; 0 is the demo's own world
  --sizes A,B,C         of "growth": 10000,100000,1000000
  --operations Q2,Q3    of "reads", "growth", "rules" and "profiles": ${operationNames.join(', ')}
  --rounds N            how often the ways are measured by turns: 5
  --seconds N           how long each is asked in a round, at 8 connections and at 1: 0.7
  --report-only         exit code 0 also where a target is not met
  --print-only          write no files
  --against REF         reads alone, beside those of a former commit: it is checked out and built in a folder of its own, asked by
                        turns with this one, and removed. Prints answers and processor time as times the former's, writes no files

All of it takes about half an hour on two free cores: reads and search some four minutes for each size, import, files, progress and growth
about two each, the others less. How long each took the last time stands in docs/benchmarks.md. A register of a million takes ten more to
make, once, and 17 GB.

Exit code 1: something that must be met is not met.
`;

/** Reads the flags; null where only help is asked for. Throws `UnknownFlag`. */
export function readFlags(args: readonly string[]): Flags | null {
  if (args.includes('--help') || args.includes('-h')) return null;
  const given = parsed(args);
  return {
    parts: oneOf('--part', given.part, partNames),
    organisations:
      given.organisations === undefined ? null : wholes('--organisations', given.organisations, 0),
    sizes: wholes('--sizes', given.sizes, 1),
    operations: oneOf('--operations', given.operations, operationNames),
    rounds: whole('--rounds', given.rounds, 1),
    seconds: positive('--seconds', given.seconds),
    reportOnly: given['report-only'],
    printOnly: given['print-only'],
    against: given.against ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/[.\n]/);
    throw new UnknownFlag(`${first}: see --help.`, { cause: error });
  }
}

function oneOf<Name extends string>(flag: string, text: string, names: readonly Name[]): Name[] {
  const asked = text.split(',');
  const unknown = asked.find((it) => !(names as readonly string[]).includes(it));
  if (unknown !== undefined) {
    throw new UnknownFlag(`${flag} knows no "${unknown}": choose among ${names.join(', ')}.`);
  }
  return names.filter((name) => asked.includes(name));
}

const wholes = (flag: string, text: string, least: number): number[] =>
  text.split(',').map((one) => whole(flag, one, least));

function whole(flag: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || text.trim() === '') {
    throw new UnknownFlag(`${flag} takes whole numbers from ${least}, and got "${text}".`);
  }
  return number;
}

function positive(flag: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 60)) {
    throw new UnknownFlag(`${flag} takes a number above 0 and at most 60, and got "${text}".`);
  }
  return number;
}
