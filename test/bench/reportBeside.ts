import { connectionCounts } from './byTurns.ts';
import { nameOf, short, table } from './markdown.ts';
import type { AgainstMeasured } from './parts/against.ts';

/** Rapport om to utgaver. What came of a former commit beside this one, to read in a terminal. */
export function reportBeside(
  { commit, isSameRegister, operations }: AgainstMeasured,
  size: number,
): string {
  const rows = connectionCounts.flatMap((connections) =>
    operations.map(({ name, at, isAlike }) => {
      const { rates, ratio, work } = at[connections]!;
      return [
        `${name}, ${connections === 1 ? '1 connection' : `${connections} connections`}`,
        ...rates.map((rate) => `${short(rate)}/s`),
        `${short(ratio)} ×`,
        ...(work ? [...work.map(short), `${short(work[0] / work[1])} ×`] : ['', '', '']),
        isAlike ? 'yes' : 'no',
      ];
    }),
  );
  return `${[
    `# Beside ${commit}, ${nameOf(String(size))}`,
    table(
      ['', 'now', commit, 'as fast', 'now, ms of processor', commit, 'as much', 'answers alike'],
      rows,
    ),
    isSameRegister
      ? 'Both read and write the same register.'
      : 'Its tables are others, so each has a register of its own, made from the same seed, in a database of its own. Places on the disk and days of making differ, and with them a few answers may.',
    'Asked by turns, round by round; a ratio is the median of the rounds’. Processor is that of the server and of the database’s processes, for an answer: on a busy machine it tells more than answers a second.',
  ].join('\n\n')}\n`;
}
