import { connectionCounts } from './byTurns.ts';
import { nameOf, short, sizesIn, table, thousands } from './markdown.ts';
import { filesSection, importSection } from './reportLoads.ts';
import { lastMeasured, occasionsSection } from './reportOccasions.ts';
import { linksSection, progressSection, typingSection } from './reportPages.ts';
import { profilesSection } from './reportProfiles.ts';
import { readsSection, ways } from './reportReads.ts';
import { duplicatesSection, searchSection } from './reportSearch.ts';
import type { Results } from './Results.ts';
import { type Target, targets, verdictOn } from './targets.ts';

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
