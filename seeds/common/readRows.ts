import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';

import { UnreadableSeed } from './UnreadableSeed.ts';

/** A row of a data file, and where it stands, for those who find something wrong with it later. */
export interface SeedRow<Fact> {
  readonly fact: Fact;
  readonly at: string;
}

interface ParsedRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

/**
 * Reads a data file: comma-separated, UTF-8, one fact to a row, its columns named as the shape's, in that order.
 *
 * Throws `UnreadableSeed` at the first thing that is wrong. `unique` names the columns in which no two rows may say the same.
 */
export function readRows<Shape extends z.ZodRawShape>(
  folder: string,
  path: string,
  shape: z.ZodObject<Shape>,
  unique: readonly (keyof Shape & string)[] = [],
): SeedRow<z.infer<z.ZodObject<Shape>>>[] {
  const file = join(basename(folder), path);
  const expected = Object.keys(shape.shape);
  const seen = new Map(unique.map((column) => [column, new Map<string, number>()]));

  return parseRows(folder, path, file, expected).map(({ record, info }) => {
    const at = `${file}, line ${info.lines}`;
    const read = shape.safeParse(record);
    if (!read.success) {
      const [issue] = read.error.issues;
      const column = String(issue?.path[0]);
      throw new UnreadableSeed(
        at,
        `${JSON.stringify(record[column])} in the column ${column} ${issue?.message}`,
      );
    }
    for (const [column, lines] of seen) {
      const value = record[column]!;
      const earlier = lines.get(value);
      if (value && earlier !== undefined) {
        const reason = `"${value}" in the column ${column} stands on line ${earlier} already`;
        throw new UnreadableSeed(at, reason);
      }
      lines.set(value, info.lines);
    }
    return { fact: read.data, at };
  });
}

function parseRows(
  folder: string,
  path: string,
  file: string,
  expected: readonly string[],
): ParsedRow[] {
  try {
    return parse(readText(folder, path, file), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        if (header.join() === expected.join()) return header;
        const reason = `the columns are ${header.join(', ')}, not ${expected.join(', ')}`;
        throw new UnreadableSeed(`${file}, line 1`, reason);
      },
    }) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    const what = error.message.replace(/ (?:on|at) line \d+$|[.\s]+$/g, '');
    throw new UnreadableSeed(`${file}, line ${lines ?? 1}`, what, { cause: error });
  }
}

function readText(folder: string, path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, path)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? 'the file is missing'
        : code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? 'the file is not UTF-8'
          : `the file can't be read (${code})`;
    throw new UnreadableSeed(file, reason, { cause: error });
  }
}

/** What a code of a row points at; throws `UnreadableSeed` where it points at nothing. */
export function found<Thing>(
  things: ReadonlyMap<string, Thing>,
  code: string,
  what: string,
  at: string,
): Thing {
  const thing = things.get(code);
  if (thing === undefined) throw new UnreadableSeed(at, `there is no ${what} ${code}`);
  return thing;
}
