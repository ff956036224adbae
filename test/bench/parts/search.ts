import pg from 'pg';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { splits } from '#server/directory/wordForms.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import { answerTo } from '#test/bench/answerTo.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import { type Mistake, mistakes } from '#test/bench/mistakes.ts';
import type { Register } from '#test/bench/Register.ts';
import type { Serving } from '#test/bench/Serving.ts';
import { median, medianRatio, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { dataIn } from '#test/bench/ways/Way.ts';

/** A name with a mistake in it, and the name that was meant. */
interface Sought {
  readonly mistake: Mistake;
  readonly text: string;
  /** Folded. */
  readonly name: string;
  readonly filter: {
    readonly languages: readonly string[];
    readonly areas: readonly string[];
  } | null;
}

/** What was found of what was sought among the first so many hits. */
interface Recall {
  readonly at10: number;
  readonly at50: number;
}

interface SearchedWay {
  readonly p50: number;
  readonly p95: number;
  readonly recall: Recall;
  readonly byMistake: Readonly<Record<string, Recall>>;
}

export interface SearchMeasured {
  readonly names: number;
  readonly words: {
    readonly samband: SearchedWay;
    readonly trigram: SearchedWay;
    readonly ratio: number;
  };
  /** The same with a language and a county. */
  readonly filtered: {
    readonly samband: SearchedWay;
    readonly trigram: SearchedWay;
    readonly ratio: number;
  };
}

const namesPerMistake = 25;

/** A way to search: how it is asked, and the names in what it answered, folded. */
interface Searching {
  readonly serving: Serving;
  readonly ask: (sought: Sought) => Sent;
  readonly read: (body: string) => string[];
}

/** Søk. Names with mistakes made by rule, sought by Samband and by PostgreSQL's own trigrams. */
export async function measureSearch(
  register: Register,
  load: { readonly rounds: number; readonly seconds: number },
  things: OpenThings,
): Promise<SearchMeasured> {
  await makeTrigrams(register);
  const names = await drawNames(register);
  const words = await wordsOf(register);
  const sought = mistakes.flatMap((mistake) =>
    names
      .flatMap(({ name, filter }) => {
        const text = mistake.make(name, (word) => splitOf(word, words));
        return text === null ? [] : [{ mistake, text, name: folded(name), filter }];
      })
      .slice(0, namesPerMistake),
  );
  const ways = {
    samband: await samband(register, things),
    trigram: await trigram(register, things),
  };
  const measured = {
    names: sought.length,
    words: await compare(
      ways,
      sought.map((it) => ({ ...it, filter: null })),
      load,
    ),
    filtered: await compare(ways, sought, load),
  };
  for (const what of ['words', 'filtered'] as const) {
    const { samband, trigram, ratio } = measured[what];
    say(
      `search, ${what}: ${samband.p50.toFixed(1)} ms, trigrams ${trigram.p50.toFixed(1)} ms, ${ratio.toFixed(1)} ×; recall@10 ${samband.recall.at10.toFixed(3)} and ${trigram.recall.at10.toFixed(3)}, @50 ${samband.recall.at50.toFixed(3)} and ${trigram.recall.at50.toFixed(3)}`,
    );
  }
  return measured;
}

type Searched = 'samband' | 'trigram';

async function compare(
  ways: Readonly<Record<Searched, Searching>>,
  all: readonly Sought[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
) {
  const recall = {
    samband: await recallOf(ways.samband, all),
    trigram: await recallOf(ways.trigram, all),
  };
  const sent = {
    samband: all.map((it) => ways.samband.ask(it)),
    trigram: all.map((it) => ways.trigram.ask(it)),
  };
  const times: Record<Searched, number[][]> = { samband: [], trigram: [] };
  const load: Load = { connections: 1, seconds };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['samband', 'trigram'] as const) {
      // Each round goes on where the last one was, more or less, so that slow ways are not asked the same few names again.
      const [from, { origin }] = [(round * all.length) / rounds, ways[name].serving];
      const questions = [...sent[name].slice(from), ...sent[name].slice(0, from)];
      const driven = await drive(origin, inTurn(questions, load), load);
      times[name].push([...driven.times]);
    }
  }
  const way = (name: Searched): SearchedWay => ({
    p50: quantile(times[name].flat(), 0.5),
    p95: quantile(times[name].flat(), 0.95),
    ...recall[name],
  });
  const middles = (name: Searched) => times[name].map((round) => median(round));
  return {
    samband: way('samband'),
    trigram: way('trigram'),
    ratio: medianRatio(middles('trigram'), middles('samband')),
  };
}

const folded = (text: string) => foldedWords(text).join(' ');

/** The names as one column of folded text with a trigram index of its own, beside what the filters look at. Kept for the next time. */
async function makeTrigrams({ pool, url }: Register): Promise<void> {
  const { rows } = await pool.query<{ is_there: boolean }>(
    "select to_regclass('bench_trigram') is not null as is_there",
  );
  if (rows[0]?.is_there) return;
  say('Making trigrams of the names, once …');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('create extension if not exists pg_trgm');
    await client.query(
      'create table bench_trigram (id uuid primary key, name text, languages integer[], areas integer[])',
    );
    const { rows: entries } = await client.query<[string, string, number[], number[]]>({
      text: "select id, name, languages, areas from directory_entry where record = 'organisation' order by id",
      rowMode: 'array',
    });
    const text = new CopyText();
    for (const [id, name, ...lists] of entries) text.add([id, folded(name), ...lists]);
    const columns = ['id', 'name', 'languages', 'areas'];
    await copyInto(client, 'bench_trigram', columns, text.pieces());
    await client.query('create index on bench_trigram using gin (name gin_trgm_ops)');
    await client.query('commit');
    await client.query('vacuum (analyze) bench_trigram');
  } finally {
    await client.end();
  }
}

async function drawNames({ pool }: Register) {
  const { rows } = await pool.query<{ name: string; language: string; county: string }>(
    `select o.name, language.code as language, county.code as county
     from organisation o
       join language on language.number = o.languages[1]
       join area place on place.number = o.served_areas[1]
       left join area around on around.number = place.parent_number
       join area county on county.kind = 'county' and county.number in (place.number, around.number, around.parent_number)
     order by md5(o.id::text || 'search') limit 2000`,
  );
  return rows.map(({ name, language, county }) => ({
    name,
    filter: { languages: [language], areas: [county] },
  }));
}

async function wordsOf({ pool }: Register): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ word: string }>('select word from directory_word');
  return new Set(rows.map(({ word }) => word));
}

/** Where a compound is joined: of two words that the register knows. */
function splitOf(word: string, words: ReadonlySet<string>): number | null {
  const lower = word.toLowerCase();
  // Folding may make a word shorter, and then its places are others.
  if (folded(lower) !== lower) return null;
  const known = splits(lower).find(
    ([first, second]) =>
      first.length > 3 &&
      second.length > 3 &&
      first.length + second.length === lower.length &&
      words.has(first) &&
      words.has(second),
  );
  return known ? known[0].length : null;
}

async function samband(register: Register, things: OpenThings): Promise<Searching> {
  const { serving, send } = await openServer(register, things);
  return {
    serving,
    ask: ({ text, filter }) => send('search', { text, filter }),
    read: (body) => {
      const data = dataIn(body) as { organisations: { nodes: { name: string }[] } };
      return data.organisations.nodes.map(({ name }) => folded(name));
    },
  };
}

async function trigram(register: Register, things: OpenThings): Promise<Searching> {
  const { serving, send } = await openRawServer(register, things);
  const { vocabulary } = register.surroundings;
  const numbers = ({ languages, areas }: NonNullable<Sought['filter']>) => [
    languages.flatMap((code) => vocabulary.byCode('Language', code, 'nb')?.number ?? []),
    areas.flatMap((code) => {
      const area = vocabulary.area(code, 'nb');
      return area ? [...within(area), ...(area.parent ? [area.parent.number] : [])] : [];
    }),
  ];
  return {
    serving,
    ask: ({ text, filter }) =>
      filter
        ? send('filteredTrigram', [folded(text), ...numbers(filter)])
        : send('trigram', [folded(text)]),
    read: (body) => (JSON.parse(body) as { name: string }[]).map(({ name }) => name),
  };
}

const within = ({ number, children }: AreaRow): number[] => [number, ...children.flatMap(within)];

async function recallOf({ serving, ask, read }: Searching, all: readonly Sought[]) {
  const ranks: { mistake: string; rank: number }[] = [];
  for (const sought of all) {
    const found = read(await answerTo(serving, ask(sought)));
    const rank = found.indexOf(sought.name);
    ranks.push({ mistake: sought.mistake.name, rank: rank < 0 ? Infinity : rank });
  }
  const recallIn = (some: typeof ranks): Recall => ({
    at10: some.filter(({ rank }) => rank < 10).length / some.length,
    at50: some.filter(({ rank }) => rank < 50).length / some.length,
  });
  const byMistake = Object.fromEntries(
    [...Map.groupBy(ranks, ({ mistake }) => mistake)].map(([name, some]) => [name, recallIn(some)]),
  );
  return { recall: recallIn(ranks), byMistake };
}
