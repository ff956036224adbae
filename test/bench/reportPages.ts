import { busy } from './busy.ts';
import { nameOf, short, sizesIn, table, thousands } from './markdown.ts';
import { occasionOf, type Results } from './Results.ts';

/** How fast the pages of a link are there. */
export function linksSection({ links }: Results): string | null {
  const rows = sizesIn(links).flatMap((size) =>
    links[size]!.map(({ name, at }) => [
      `${name}, ${nameOf(size)}`,
      ...[1, 8].flatMap((it) => [short(at[it]!.p50), short(at[it]!.p95), short(at[it]!.toRaw)]),
    ]),
  );
  if (!rows.length) return null;
  const head = [1, 8].flatMap((it) => [`p50, ms, at ${it}`, 'p95, ms', '× by hand']);
  return [
    '## Pages of a personal link',
    table(['page', ...head], rows),
    'Whole pages in Somali, by a session that lasts; by hand is one statement that gives the same facts as JSON, without a page, a session or a rule.',
  ].join('\n\n');
}

/** How long the figures of a round take, and how long one takes to be queued. */
export function progressSection({ progress, measured }: Results): string | null {
  const sizes = sizesIn(progress);
  if (!sizes.length) return null;
  return [
    '## Rounds of review',
    table(
      ['figures of a round', 'requests', 'p50, ms', 'p95, ms', 'by hand, p50', '× by hand'],
      sizes.flatMap((size) =>
        progress[size]!.figures.map(({ name, p50, p95, rawP50, ratio }) => [
          name,
          thousands(progress[size]!.requests),
          ...[p50, p95, rawP50, ratio].map(short),
        ]),
      ),
    ),
    table(
      ['a round in the queue', 'letters', 'seconds', 'COPY, seconds', '× as long'],
      sizes.map((size) => {
        const { requests, letters, seconds, copySeconds, ratio } = progress[size]!.queueing;
        return [
          `${thousands(requests)} asked, of ${nameOf(size)}`,
          thousands(letters),
          ...[seconds, copySeconds, ratio].map(short),
        ];
      }),
    ),
    'Figures are asked by an editor over HTTP, one question after the other, of a round five weeks old about all of the register; by hand is one statement over the same table that answers with the same figures. Queued is a round of one county: whom it asks is found and told apart by way and language, and requests, the first snapshot, links, first letters and the change log are written. COPY is given all of these rows ready as text, into the same tables with their indexes, foreign keys and triggers.',
    ...sizes.flatMap((size) => busy(measured[occasionOf('progress', size)]) || []),
  ].join('\n\n');
}

/** How soon a letter is answered on the screen. */
export function typingSection({ typing, measured }: Results): string {
  const sizes = sizesIn(typing);
  if (!sizes.length) return '';
  return [
    '## Letters typed',
    table(
      ['', 'letters', 'p50', 'p90', 'at most', 'within 100 ms'],
      sizes.map((size) => {
        const { letters, p50, p90, most, within } = typing[size]!;
        return [
          nameOf(size),
          String(letters),
          ...[p50, p90, most].map((it) => `${short(it)} ms`),
          `${short((100 * within) / letters)} %`,
        ];
      }),
    ),
    ...sizes.map((size) => {
      const slowest = typing[size]!.slowest.map(
        ({ text, milliseconds }) => `«${text}» ${short(milliseconds)} ms`,
      );
      return `The slowest of ${nameOf(size)}: ${slowest.join(', ')}.`;
    }),
    'In Chromium on this machine, signed in as coordinator, a letter every 60 to 120 ms: from the letter until the frame in which the list is the answer to it, or to a newer one, is painted.',
    ...sizes.flatMap((size) => busy(measured[occasionOf('typing', size)]) || []),
  ].join('\n\n');
}
