import { connectionCounts, type OperationMeasured } from './byTurns.ts';
import type { SearchedWay } from './bySides.ts';
import type { DuplicatesMeasured } from './parts/duplicates.ts';
import type { SearchMeasured } from './parts/search.ts';
import { nameOf, short, sizesIn, table, thousands } from './markdown.ts';
import { type Occasion, occasionOf, type Results } from './Results.ts';
import { profilesSection } from './reportProfiles.ts';
import { lastMeasured, occasionsSection } from './reportOccasions.ts';
import { type Target, targets, verdictOn } from './targets.ts';
import { type WayName, wayNames } from './ways/Way.ts';

const wayTitles: Readonly<Record<WayName, string>> = {
  samband: 'Samband',
  raw: 'SQL by hand',
  postgraphile: 'PostGraphile 5',
};

/** Rapport. Everything that was measured, as a page to read. */
export function reportOf(results: Results): string {
  const parts = [
    '# Benchmarks',
    `Written by \`npm run bench\` (\`--help\` tells of its parts and sizes): ${results.machine}, shared by server, database and the one who asks. Figures of other machines are others; **ratios of one run are the measure**, and they vary by a tenth. The figures themselves: [benchmarks.json](benchmarks.json).`,
    lastMeasured(results),
    '![How many answers a second each way gives, for each question, as times those of SQL by hand](benchmarks.svg)',
    targetsSection(results),
    ...sizesIn(results.reads).map((size) => readsSection(results, size)),
    ways,
    ...sizesIn(results.search).map((size) => searchSection(results.search[size]!, size)),
    ...sizesIn(results.duplicates).map((size) =>
      duplicatesSection(results.duplicates[size]!, size),
    ),
    importSection(results),
    filesSection(results),
    rulesSection(results),
    growthSection(results),
    typingSection(results),
    linksSection(results),
    progressSection(results),
    profilesSection(),
    occasionsSection(results),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** How fast the pages of a link are there. */
function linksSection({ links }: Results): string | null {
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
function progressSection({ progress, measured }: Results): string | null {
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

/** What the rules cost. */
function rulesSection({ rules }: Results): string | null {
  const rows = sizesIn(rules).flatMap((size) =>
    rules[size]!.map(({ name, ratios }) => [
      `${name}, ${nameOf(size)}`,
      ...connectionCounts.map((connections) => `${short(ratios[connections] ?? 0)} ×`),
    ]),
  );
  if (!rows.length) return null;
  return [
    '## Rules',
    table(['with rules, as fast as without', ...connectionCounts.map((it) => `at ${it}`)], rows),
    'The same server twice: as it is, and with its row rules and doors taken out as it is loaded. Both are asked by the same coordinator and answer alike.',
  ].join('\n\n');
}

/** Of the registers that anything was measured on; the demo's, if nothing was. */
export function measuredSizes({
  reads,
  search,
  duplicates,
  import: imported,
  typing,
  rules,
  links,
  progress,
}: Results): string[] {
  const all = { ...reads, ...search, ...duplicates, ...imported, ...typing };
  const sizes = sizesIn({ ...all, ...rules, ...links, ...progress });
  return sizes.length ? sizes : ['0'];
}

function targetsSection(results: Results): string {
  const shown = measuredSizes(results);
  const rows = targets.flatMap((target) => {
    const values = shown.map((size) => target.of(results, size));
    if (values.every((value) => value === undefined)) return [];
    return [
      [
        target.what,
        written(target, target.must),
        target.bold === null ? '' : written(target, target.bold),
        ...values.map((value) => (value === undefined ? '' : cell(target, value))),
      ],
    ];
  });
  return [
    '## Targets',
    table(
      ['what', 'must', 'bold', ...shown.map((size) => (size === '0' ? 'demo' : thousands(size)))],
      rows,
    ),
    'Read at 8 connections. ✓ is met, ✓✓ is bold, ✗ is not met.',
  ].join('\n\n');
}

const written = ({ unit, atLeast }: Target, value: number): string =>
  `${atLeast ? '≥' : '≤'} ${value}${unit ? ` ${unit}` : ''}`;

const signs = { bold: '✓✓', must: '✓', 'not met': '✗' } as const;

const cell = (target: Target, value: number): string =>
  `${short(value)}${target.unit ? ` ${target.unit}` : ''} ${signs[verdictOn(target, value)]}`;

function readsSection(results: Results, size: string): string {
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

/** Absolute figures of a machine that does other things besides are no figures of Samband. */
const busy = (occasion: Occasion | undefined): string =>
  occasion && occasion.load > 1
    ? `The machine was busy with other things, too: its load was ${short(occasion.load)} when this began.`
    : '';

function asked({ name, reads, remark, questions, at }: OperationMeasured): string {
  const bytes = wayNames.map((way) => short(at[eight]![way].bytes / 1000));
  const size = Number(bytes[0]) > 0 ? `; answers of ${bytes.join(', ')} kB` : '';
  const first = `- **${name}**: ${reads}. ${questions} different ones${size}.`;
  return remark ? `${first} ${remark}` : first;
}

const eight = 8;

const ways = `### The ways
Each is a process of its own with \`NODE_ENV=production\` and at most 8 connections to the same database, asked over HTTP on this machine, without compression. Before it is measured, a
question is put to all ways with each of its sets of parameters, and their answers must be the same. Then they are asked by turns, round by round; a ratio is the median of the rounds' ratios.

- **Samband** is the server as users have it: who asks is looked up for each request (a coordinator's API token), rules of access apply to rows and fields, the limits on questions and the server's own measuring are on, and terms are in the language of the request.
- **SQL by hand** is \`pg\` behind \`node:http\`: one named statement for each question, which PostgreSQL answers with JSON text that is sent on unread. It knows no one who asks and no rules.
- **PostGraphile 5** with its Amber preset, without its pages for developers; fields are named as Samband's, so its answers are as long. What it cannot be asked by tables and their keys, it gets as functions in SQL (\`test/bench/peers/functions.sql\`). It knows no one who asks and no rules.`;

function searchSection(
  { names, samband, trigram, alike, strictnesses, filtered }: SearchMeasured,
  size: string,
): string {
  const figures = ({ p50, work, recall }: Pick<SearchedWay, 'p50' | 'work' | 'recall'>) => [
    `${short(p50)} ms`,
    work === null ? '' : `${short(work)} ms`,
    recall.at10.toFixed(3),
    recall.at50.toFixed(3),
  ];
  const recall = Object.entries(samband.byMistake).map(([mistake, { at10, at50 }]) => {
    const theirs = trigram.byMistake[mistake]!;
    return [mistake, ...[at10, at50, theirs.at10, theirs.at50].map((it) => it.toFixed(2))];
  });
  return [
    `## Search over ${nameOf(size)}`,
    table(
      ['', 'p50', 'of processor', 'recall@10', 'recall@50', 'Samband is as fast'],
      [
        ['**Samband**', ...figures(samband), ''],
        ...strictnesses.map((one) => [
          `trigrams, at least ${one.alike} alike${one.alike === alike ? ' (compared)' : ''}`,
          ...figures(one),
          `${short(one.ratio)} ×`,
        ]),
        ['**Samband**, with a language and a county', ...figures(filtered.samband), ''],
        [
          `trigrams, at least ${alike} alike, with the same`,
          ...figures(filtered.trigram),
          `${short(filtered.trigram.ratio)} ×`,
        ],
      ],
    ),
    table(['recall by mistake', '@10', '@50', 'trigrams’ @10', 'trigrams’ @50'], recall),
    `${names} names of organisations in the register, each with a mistake made by rule; found is a name that is the same when folded. Both are asked over HTTP, one question after the other, for each misspelling once: how long it took and what was found are of the same answer, and neither has heard it before. Of processor is what server and database took for a name, on average. Trigrams are \`<%\` of \`pg_trgm\` over the same folded names with a GIN index of their own, the likest first. The looser they are, the more they find and the longer it takes; compared are the strictest of these that find as many among the first fifty as Samband${trigram.recall.at50 < samband.recall.at50 ? ', or, as here, the loosest, which find fewer' : ''}, and so are the mistakes beside them. One name more or less may decide which that is: the others are told, too.`,
  ].join('\n\n');
}

function duplicatesSection(
  { names, samband, trigram, ratio }: DuplicatesMeasured,
  size: string,
): string {
  const times = ({ p50, p95 }: SearchedWay) => [`${short(p50)} ms`, `${short(p95)} ms`];
  const recall = Object.entries(samband.byMistake).map(([mistake, { at5 }]) => [
    mistake,
    at5.toFixed(2),
    trigram.byMistake[mistake]!.at5.toFixed(2),
  ]);
  return [
    `## Possible duplicates among ${nameOf(size)}`,
    table(
      ['', 'p50', 'p95', 'recall@5'],
      [
        ['Samband', ...times(samband), samband.recall.at5.toFixed(3)],
        ['trigrams', ...times(trigram), trigram.recall.at5.toFixed(3)],
      ],
    ),
    table(['recall by mistake', '@5', 'trigrams’ @5'], recall),
    `${names} names that are in the register, as they are and with a mistake made by rule, each as somebody would enter it anew: \`possibleDuplicates\` as the form asks it, by an editor, over HTTP, one question after the other; ${short(ratio)} × as fast as trigrams. Those are \`%\` of \`pg_trgm\` over the same folded names with a GIN index of their own, at a threshold of 0.4, the five likest; Samband also looks at other names and other scripts, weighs what it found, says why, and knows who asks.`,
  ].join('\n\n');
}

function importSection({ import: imported }: Results): string {
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

function filesSection({ files }: Results): string | null {
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

function growthSection({ growth }: Results): string {
  if (!growth?.length) return '';
  const sizes = sizesIn(growth[0]!.p50);
  return [
    '## Growth',
    table(
      ['p50 of an answer, ms', ...sizes.map(thousands), 'exponent'],
      growth.map(({ name, p50, exponent }) => [
        name,
        ...sizes.map((size) => short(p50[Number(size)]!)),
        exponent.toFixed(2),
      ]),
    ),
    'One question at a time. An exponent of 0 is a time that does not grow with the register, 1 one that grows as it does.',
  ].join('\n\n');
}

function typingSection({ typing, measured }: Results): string {
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
