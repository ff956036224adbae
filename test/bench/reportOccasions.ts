import { nameOf, short, table } from './markdown.ts';
import type { Occasion, Results } from './Results.ts';

/** Newest first. */
const inTime = ({ measured }: Results): [string, Occasion][] =>
  Object.entries(measured).toSorted(([, one], [, other]) => other.at.localeCompare(one.at));

const registerOf = (size: string | undefined): string => (size === undefined ? '' : nameOf(size));

/** Of which commit the page tells, and what in it is of another. */
export function lastMeasured(results: Results): string | null {
  const [[, last] = [], ...others] = inTime(results);
  if (!last) return null;
  const older = others.filter(([, { commit }]) => commit !== last.commit);
  const told = older.map(([name, { at, commit }]) => `${name} (${day(at)}, \`${commit}\`)`);
  return [
    `Measured on ${day(last.at)}, at commit \`${last.commit}\`.`,
    ...(told.length ? [`Not measured anew then, and as they were: ${told.join(', ')}.`] : []),
  ].join(' ');
}

/** When each part was measured. */
export function occasionsSection(results: Results): string | null {
  const occasions = inTime(results).toReversed();
  if (!occasions.length) return null;
  return [
    '## When each part was measured',
    table(
      ['part', 'register', 'day', 'commit', 'it took', 'load of the machine before'],
      occasions.map(([name, { at, commit, seconds, load }]) => {
        const [part = '', size] = name.split(' ');
        const took = seconds === null ? '' : `${short(Math.round(seconds))} s`;
        return [part, registerOf(size), day(at), `\`${commit}\``, took, short(load)];
      }),
    ),
    'A load above 1 means that others used the machine, too. A commit with a + had changes that were not committed.',
  ].join('\n\n');
}

const day = (at: string): string => at.slice(0, 10);
