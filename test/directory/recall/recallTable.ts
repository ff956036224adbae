import type { Recall } from './measureRecall.ts';

const percent = (share: number, of: number): string =>
  of === 0 ? '–' : `${((100 * share) / of).toFixed(1)} %`;

/** All classes together, each try counting the same. */
export function overall(rows: readonly Recall[]): Recall {
  const sum = (of: 'tried' | 'first' | 'ten' | 'itself') =>
    rows.reduce((all, row) => all + row[of], 0);
  return {
    mistake: 'all',
    tried: sum('tried'),
    first: sum('first'),
    ten: sum('ten'),
    itself: sum('itself'),
    missed: rows.flatMap(({ missed }) => missed),
  };
}

/** The rows and their sum as a table in Markdown. */
export const recallTable = (rows: readonly Recall[]): string =>
  [
    '| mistake | tried | recall@1 | recall@10 | the very name in the ten |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows, overall(rows)].map(
      ({ mistake, tried, first, ten, itself }) =>
        `| ${mistake} | ${tried} | ${percent(first, tried)} | ${percent(ten, tried)} | ${percent(itself, tried)} |`,
    ),
  ].join('\n');
