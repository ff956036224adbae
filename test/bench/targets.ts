import { typingLimit } from './parts/typing.ts';
import type { Results } from './Results.ts';

/** Mål. What a figure must be, and what we would like it to be. */
export interface Target {
  readonly what: string;
  readonly unit: '×' | '' | 's' | 'MB' | 'kB' | 'ms' | '%';
  /** Whether more is better. */
  readonly atLeast: boolean;
  readonly must: number;
  readonly bold: number | null;
  /** The figure among the results for a size; undefined where it was not measured. */
  readonly of: (results: Results, size: string) => number | undefined;
}

const eight = 8;

const ratio = (name: string, peer: 'raw' | 'postgraphile', must: number, bold: number): Target => ({
  what: `${name}, as fast as ${peer === 'raw' ? 'SQL by hand' : 'PostGraphile'}`,
  unit: '×',
  atLeast: true,
  must,
  bold,
  of: ({ reads }, size) =>
    reads[size]?.operations.find((it) => it.name === name)?.ratios[eight]?.[peer],
});

const million = '1000000';
const usual = '100000';

/** Of what was gained on PostGraphile, how much is left when the register is ten times as large. */
const kept = (name: string): Target => ({
  what: `${name}, of the ratio to PostGraphile at 100,000`,
  unit: '',
  atLeast: true,
  must: 0.85,
  bold: null,
  of: (results, size) => {
    if (size !== million) return undefined;
    const [small, large] = [usual, million].map((it) =>
      ratio(name, 'postgraphile', 0, 0).of(results, it),
    );
    return small && large ? large / small : undefined;
  },
});

/** How much of the speed is left with the rules in place. */
const withRules = (name: string): Target => ({
  what: `${name}, with its rules as fast as without`,
  unit: '×',
  atLeast: true,
  must: 0.85,
  bold: null,
  of: ({ rules }, size) => rules[size]?.find((it) => it.name === name)?.ratios[eight],
});

const growth = (name: string, must: number): Target => ({
  what: `${name}, growth exponent`,
  unit: '',
  atLeast: false,
  must,
  bold: null,
  of: ({ growth: grown }) => grown?.find((it) => it.name === name)?.exponent,
});

/** In the order in which the report tells them. */
export const targets: readonly Target[] = [
  ratio('Q1', 'postgraphile', 2.5, 10),
  ratio('Q1', 'raw', 0.9, 4),
  ratio('Q2', 'postgraphile', 3, 5),
  ratio('Q2', 'raw', 1.1, 1.9),
  ratio('Q3', 'postgraphile', 2, 3),
  ratio('Q3', 'raw', 0.5, 0.75),
  ratio('Q4', 'postgraphile', 3, 4.5),
  ratio('Q4', 'raw', 1, 1.5),
  ratio('Q5', 'postgraphile', 2, 2.5),
  ratio('Q5', 'raw', 0.8, 1),
  ratio('M1', 'postgraphile', 0.8, 1.7),
  {
    what: 'a change is saved and acknowledged, p95 at one connection',
    unit: 'ms',
    atLeast: false,
    must: 100,
    bold: null,
    of: ({ reads }, size) =>
      reads[size]?.operations.find(({ name }) => name === 'M1')?.at[1]?.samband.p95,
  },
  {
    what: 'search by text, as fast as trigrams that find as many',
    unit: '×',
    atLeast: true,
    must: 15,
    bold: 25,
    of: ({ search }, size) => search[size]?.trigram.ratio,
  },
  {
    what: 'recall@10 of misspelt names',
    unit: '',
    atLeast: true,
    must: 0.98,
    bold: null,
    of: ({ search }, size) => search[size]?.samband.recall.at10,
  },
  {
    what: 'possible duplicates of a name, half the answers',
    unit: 'ms',
    atLeast: false,
    must: 20,
    bold: 5,
    of: ({ duplicates }, size) => duplicates[size]?.samband.p50,
  },
  {
    what: 'recall@5 of possible duplicates',
    unit: '',
    atLeast: true,
    must: 0.98,
    bold: null,
    of: ({ duplicates }, size) => duplicates[size]?.samband.recall.at5,
  },
  {
    what: 'import of a file, with history and search, as fast as COPY',
    unit: '×',
    atLeast: true,
    must: 0.6,
    bold: null,
    of: ({ import: imported }, size) => imported[size]?.whole?.ratio,
  },
  {
    what: 'import with upsert, as fast as COPY',
    unit: '×',
    atLeast: true,
    must: 0.6,
    bold: 0.75,
    of: ({ import: imported }, size) => imported[size]?.upsert.ratio,
  },
  {
    what: 'a file of 5,000 rows, read, compared and written',
    unit: 's',
    atLeast: false,
    must: 30,
    bold: null,
    of: ({ files }) => files?.usual.seconds,
  },
  {
    what: 'memory at its peak, for a file of 100,000 rows',
    unit: 'MB',
    atLeast: false,
    must: 400,
    bold: null,
    of: ({ files }) => files?.large.peak ?? undefined,
  },
  ...['Q1', 'Q2', 'Q3', 'Q4', 'Q5'].map(kept),
  ...['Q1', 'Q2', 'Q3', 'Q4', 'Q5'].map(withRules),
  growth('Q1', 0.6),
  growth('Q2', 0.15),
  growth('Q3', 0.15),
  growth('Q4', 0.15),
  growth('Q5', 0.25),
  {
    what: `letters answered on the screen within ${typingLimit} ms`,
    unit: '%',
    atLeast: true,
    must: 100,
    bold: null,
    of: ({ typing }, size) => {
      const typed = typing[size];
      return typed && (100 * typed.within) / typed.letters;
    },
  },
  ...['all facts', 'one question', 'the form for changes'].map((name): Target => ({
    what: `a link's page of ${name}, p95 at one connection`,
    unit: 'ms',
    atLeast: false,
    must: 50,
    bold: 10,
    of: ({ links }, size) => links[size]?.find((it) => it.name === name)?.at[1]?.p95,
  })),
  ...['trust', 'municipality', 'kind', 'language'].map((name): Target => ({
    what: `how far a round has come, by ${name}, half the answers`,
    unit: 'ms',
    atLeast: false,
    must: 100,
    bold: 30,
    of: ({ progress }, size) => progress[size]?.figures.find((it) => it.name === name)?.p50,
  })),
  {
    what: 'a round of 10,000 in the queue',
    unit: 's',
    atLeast: false,
    must: 5,
    bold: null,
    of: ({ progress }, size) =>
      size === '0' ? undefined : progress[size]?.queueing.perTenThousand,
  },
  {
    what: 'memory of the server at its peak, while read from, without an index of its own',
    unit: 'MB',
    atLeast: false,
    must: 400,
    bold: null,
    of: ({ reads }, size) => reads[size]?.memoryWithoutIndex?.peak,
  },
  {
    what: 'first start, with an empty folder',
    unit: 's',
    atLeast: false,
    must: 20,
    bold: null,
    of: ({ start }) => start?.first,
  },
  {
    what: 'start',
    unit: 's',
    atLeast: false,
    must: 5,
    bold: null,
    of: ({ start }) => start?.again,
  },
  {
    what: 'memory at rest',
    unit: 'MB',
    atLeast: false,
    must: 200,
    bold: null,
    of: ({ start }) => start?.atRest ?? undefined,
  },
  {
    what: 'JavaScript of the first page, brotli',
    unit: 'kB',
    atLeast: false,
    must: 120,
    bold: 100,
    of: ({ bundle }) => bundle?.firstPage,
  },
];

export type Verdict = 'bold' | 'must' | 'not met';

export function verdictOn({ must, bold, atLeast }: Target, value: number): Verdict {
  const reaches = (limit: number) => (atLeast ? value >= limit : value <= limit);
  if (!reaches(must)) return 'not met';
  return bold !== null && reaches(bold) ? 'bold' : 'must';
}
