import { nameOf, short, sizesIn, table, thousands } from './markdown.ts';
import type { Results } from './Results.ts';

/** Many rows at once, beside COPY. */
export function importSection({ import: imported }: Results): string {
  const sizes = sizesIn(imported);
  if (!sizes.length) return '';
  const rows = sizes.flatMap((size) => {
    const { rowsOnly, upsert, directory, whole } = imported[size]!;
    return (
      [
        ['rows of organisations', rowsOnly],
        ['the same, inserted or updated', upsert],
        ['organisations made searchable', directory],
        ...(whole ? [['a file’s organisations, with history and search', whole] as const] : []),
      ] as const
    ).map(([what, { rate, copyRate, ratio }]) => [
      `${what}, into ${nameOf(size)}`,
      `${short(rate)}/s`,
      `${short(copyRate)}/s`,
      `${short(ratio)} ×`,
    ]);
  });
  return [
    '## Import',
    table(['', 'Samband', 'COPY', 'as fast'], rows),
    'COPY is given the same rows ready as text, into the same tables with their indexes. The first three without foreign keys and triggers, for both, as who loads much does. Made searchable: names are folded, tagged and written into the directory, and their words noted for the dictionary, where COPY is given the entries ready. A file’s organisations are written as `applyImport` writes what it has planned, with foreign keys and triggers on, for both: their rows, ways to reach them and sources, the change log, the entries of the directory, and the words of the dictionary, which COPY is spared. Reading the file, and comparing each row with the register before that, are not in it.',
  ].join('\n\n');
}

/** Whole files, by the command. */
export function filesSection({ files }: Results): string | null {
  if (!files) return null;
  return [
    '## Files from the command line',
    table(
      ['rows', 'from the command to its end', 'rows a second', 'memory at most'],
      [files.large, files.usual].map(({ rows, seconds, peak }) => [
        thousands(rows),
        `${short(seconds)} s`,
        short(rows / seconds),
        peak === null ? '' : `${short(peak)} MB`,
      ]),
    ),
    '`samband import`, which reads the file, compares each row with the register and writes it with its history, as the screens do. The program may hold 128 MB of objects, and is stopped where it needs more; the second file comes into the register that has the first.',
  ].join('\n\n');
}
