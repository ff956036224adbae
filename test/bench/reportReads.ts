import { busy } from './busy.ts';
import { connectionCounts, type OperationMeasured } from './byTurns.ts';
import { nameOf, short, table } from './markdown.ts';
import { occasionOf, type Results } from './Results.ts';
import { type WayName, wayNames } from './ways/Way.ts';

const wayTitles: Readonly<Record<WayName, string>> = {
  samband: 'Samband',
  raw: 'SQL by hand',
  postgraphile: 'PostGraphile 5',
};

/** What the questions of a size took in each way. */
export function readsSection(results: Results, size: string): string {
  const { operations, memory, memoryWithoutIndex, ownShare } = results.reads[size]!;
  const occasion = results.measured[occasionOf('reads', size)];
  const rates = (connections: number) =>
    table(
      [
        `at ${connections} ${connections === 1 ? 'connection' : 'connections'}`,
        ...wayNames.map((way) => wayTitles[way]),
        '× by hand',
        '× PostGraphile',
        'p50, ms',
        'p95, ms',
      ],
      operations.map(({ name, at, ratios }) => [
        name,
        ...wayNames.map((way) => `${short(at[connections]![way].rate)}/s`),
        short(ratios[connections]!.raw),
        short(ratios[connections]!.postgraphile),
        short(at[connections]!.samband.p50),
        short(at[connections]!.samband.p95),
      ]),
    );
  return [
    `## Reads of ${nameOf(size)}`,
    ...connectionCounts.map(rates),
    operations.map(asked).join('\n'),
    [
      'p50 and p95 are Samband’s.',
      memory &&
        `Its server held ${short(memory.megabytes)} MB after it all, and ${short(memory.peak)} MB at most, with the directory in its memory.`,
      memoryWithoutIndex &&
        `One that leaves searching to the database (\`SAMBAND_SEARCH_INDEX=off\`) held ${short(memoryWithoutIndex.megabytes)} and at most ${short(memoryWithoutIndex.peak)} MB.`,
      `The asking took ${short(100 * ownShare)} % of a core.`,
      busy(occasion),
    ]
      .filter(Boolean)
      .join(' '),
  ].join('\n\n');
}

function asked({ name, reads, remark, questions, at }: OperationMeasured): string {
  const bytes = wayNames.map((way) => short(at[eight]![way].bytes / 1000));
  const size = Number(bytes[0]) > 0 ? `; answers of ${bytes.join(', ')} kB` : '';
  const first = `- **${name}**: ${reads}. ${questions} different ones${size}.`;
  return remark ? `${first} ${remark}` : first;
}

const eight = 8;

/** What is measured beside what, and how. */
export const ways = `### The ways
Each is a process of its own with \`NODE_ENV=production\` and at most 8 connections to the same database, asked over HTTP on this machine, without compression. Before it is measured, a
question is put to all ways with each of its sets of parameters, and their answers must be the same. Then they are asked by turns, round by round; a ratio is the median of the rounds' ratios.

- **Samband** is the server as users have it: who asks is looked up for each request (a coordinator's API token), rules of access apply to rows and fields, the limits on questions and the server's own measuring are on, and terms are in the language of the request.
- **SQL by hand** is \`pg\` behind \`node:http\`: one named statement for each question, which PostgreSQL answers with JSON text that is sent on unread. It knows no one who asks and no rules.
- **PostGraphile 5** with its Amber preset, without its pages for developers; fields are named as Samband's, so its answers are as long. What it cannot be asked by tables and their keys, it gets as functions in SQL (\`test/bench/peers/functions.sql\`). It knows no one who asks and no rules.`;
