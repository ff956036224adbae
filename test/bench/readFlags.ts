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
] as const;
export type PartName = (typeof partNames)[number];

/** What a run is to do. */
export interface Flags {
  readonly parts: readonly PartName[];
  readonly organisations: number;
  readonly sizes: readonly number[];
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly reportOnly: boolean;
  readonly printOnly: boolean;
}

/** What was asked for cannot be done. One sentence says why. */
export class UnknownFlag extends Error {}

const operationNames = [...operations.map(({ name }) => name), M1.name];

const options = {
  part: { type: 'string', default: partNames.join(',') },
  organisations: { type: 'string', default: '100000' },
  sizes: { type: 'string', default: '10000,100000,1000000' },
  operations: { type: 'string', default: operationNames.join(',') },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '0.7' },
  'report-only': { type: 'boolean', default: false },
  'print-only': { type: 'boolean', default: false },
} as const;

export const help = `npm run bench -- [flags]

Measures Samband, beside what one would use instead, and writes docs/benchmarks.md, .svg and .json.
A part that was measured before and is not measured now stands as it was.

  --part reads,search   ${partNames.join(', ')}; all of them if left out
  --organisations N     how large the register is: 100000. It is made once and kept in .data; 0 is the demo's own world
  --sizes A,B,C         of "growth": 10000,100000,1000000
  --operations Q2,Q3    of "reads", "growth" and "rules": ${operationNames.join(', ')}
  --rounds N            how often the ways are measured by turns: 5
  --seconds N           how long each is asked in a round, at 8 connections and at 1: 0.7
  --report-only         exit code 0 also where a target is not met
  --print-only          write no files

Exit code 1: something that must be met is not met.
`;

/** Reads the flags; null where only help is asked for. Throws `UnknownFlag`. */
export function readFlags(args: readonly string[]): Flags | null {
  if (args.includes('--help') || args.includes('-h')) return null;
  const given = parsed(args);
  return {
    parts: oneOf('--part', given.part, partNames),
    organisations: whole('--organisations', given.organisations, 0),
    sizes: given.sizes.split(',').map((size) => whole('--sizes', size, 1)),
    operations: oneOf('--operations', given.operations, operationNames),
    rounds: whole('--rounds', given.rounds, 1),
    seconds: positive('--seconds', given.seconds),
    reportOnly: given['report-only'],
    printOnly: given['print-only'],
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
