import type pg from 'pg';

import { splits } from '#server/directory/wordForms.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { copyRows } from '#server/common/copyRows.ts';
import { findHits } from '#server/directory/findHits.ts';
import { prepare } from '#server/directory/prepare.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { asCoordinator } from '#test/bench/asCoordinator.ts';
import { mistakes, type Mistake } from '#test/bench/mistakes.ts';
import type { Register } from '#test/bench/Register.ts';
import { median, medianRatio, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';

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

/** Finds organisations by a text: the names of the first fifty, folded. */
type Find = (sought: Sought) => Promise<string[]>;

const page = 50;
const namesPerMistake = 25;
/** What `<%` takes for alike. Lower finds more and takes longer; this finds as much as Samband does. */
const threshold = 0.5;

/** Søk. Names with mistakes made by rule, sought by Samband and by PostgreSQL's own trigrams. */
export async function measureSearch(
  register: Register,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
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
  const client = await register.pool.connect();
  await client.query(`set pg_trgm.word_similarity_threshold = ${threshold}`);
  const compare = async (all: readonly Sought[]) => {
    const ways = {
      samband: bySamband(register, false),
      trigram: byTrigram(client, register),
    };
    const recall = {
      samband: await recallOf(bySamband(register, true), all),
      trigram: await recallOf(ways.trigram, all),
    };
    const times = { samband: [] as number[][], trigram: [] as number[][] };
    for (let round = 0; round < rounds; round++) {
      for (const name of ['samband', 'trigram'] as const) {
        times[name].push(await timesOf(ways[name], all, seconds, round));
      }
    }
    const way = (name: 'samband' | 'trigram'): SearchedWay => ({
      p50: quantile(times[name].flat(), 0.5),
      p95: quantile(times[name].flat(), 0.95),
      ...recall[name],
    });
    const middles = (name: 'samband' | 'trigram') => times[name].map((round) => median(round));
    return {
      samband: way('samband'),
      trigram: way('trigram'),
      ratio: medianRatio(middles('trigram'), middles('samband')),
    };
  };
  const measured = {
    names: sought.length,
    words: await compare(sought.map((it) => ({ ...it, filter: null }))),
    filtered: await compare(sought),
  };
  // With its setting it is of no use to others.
  client.release(true);
  for (const what of ['words', 'filtered'] as const) {
    const { samband, trigram, ratio } = measured[what];
    say(
      `search, ${what}: ${samband.p50.toFixed(1)} ms, trigram ${trigram.p50.toFixed(1)} ms, ${ratio.toFixed(1)} ×; recall@10 ${samband.recall.at10.toFixed(3)} and ${trigram.recall.at10.toFixed(3)}, @50 ${samband.recall.at50.toFixed(3)} and ${trigram.recall.at50.toFixed(3)}`,
    );
  }
  return measured;
}

const folded = (text: string) => foldedWords(text).join(' ');

/** The names as one column of folded text with a trigram index of its own, beside what the filters look at. Kept for the next time. */
async function makeTrigrams({ pool }: Register): Promise<void> {
  const { rows } = await pool.query<{ is_there: boolean }>(
    "select to_regclass('bench_trigram') is not null as is_there",
  );
  if (rows[0]?.is_there) return;
  say('Making trigrams of the names, once …');
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('create extension if not exists pg_trgm');
    await client.query(
      'create table bench_trigram (id uuid primary key, name text, languages integer[], areas integer[])',
    );
    const { rows: organisations } = await client.query<[string, string, number[], number[]]>({
      text: "select id, name, languages, areas from directory_entry where record = 'organisation' order by id",
      rowMode: 'array',
    });
    await copyRows(
      client as never,
      'bench_trigram',
      ['id', 'name', 'languages', 'areas'],
      organisations.map(([id, name, languages, areas]) => [id, folded(name), languages, areas]),
    );
    await client.query('create index on bench_trigram using gin (name gin_trgm_ops)');
    await client.query('commit');
    await client.query('vacuum analyze bench_trigram');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
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

/** `names`: also what they are called, which a search is not asked for when only its hits are read. */
function bySamband(register: Register, names: boolean): Find {
  return async ({ text, filter }) => {
    const context = asCoordinator(register);
    const asked = Object.assign(new DirectoryFilter(), filter);
    const { query } = await prepare({ text, filter: asked }, context, RecordKind.ORGANISATION);
    const { found } = await findHits(
      query,
      {
        page: { first: page, after: null, key: null },
        hasWhy: names,
        hasTotal: false,
        facets: [],
      },
      context,
    );
    return names ? found.slice(0, page).map(({ name }) => folded(name)) : [];
  };
}

function byTrigram(client: pg.PoolClient, { surroundings }: Register): Find {
  return async ({ text, filter }) => {
    const { vocabulary } = surroundings;
    const languages = (filter?.languages ?? []).flatMap(
      (code) => vocabulary.byCode('Language', code, 'nb')?.number ?? [],
    );
    const areas = (filter?.areas ?? []).flatMap((code) => {
      const area = vocabulary.area(code, 'nb');
      const around = area?.parent ? [area.parent.number] : [];
      const within = (it: typeof area): number[] =>
        it ? [it.number, ...it.children.flatMap((child) => within(child))] : [];
      return [...within(area), ...around];
    });
    const { rows } = await client.query<[string]>({
      name: filter ? 'trigram, filtered' : 'trigram',
      text: filter
        ? `select name from bench_trigram where $1 <% name and languages && $2 and areas && $3
           order by word_similarity($1, name) desc, id limit ${page}`
        : `select name from bench_trigram where $1 <% name order by word_similarity($1, name) desc, id limit ${page}`,
      values: filter ? [folded(text), languages, areas] : [folded(text)],
      rowMode: 'array',
    });
    return rows.map(([name]) => name);
  };
}

async function recallOf(find: Find, all: readonly Sought[]) {
  const ranks: { mistake: string; rank: number }[] = [];
  for (const sought of all) {
    const found = await find(sought);
    const rank = found.indexOf(sought.name);
    ranks.push({ mistake: sought.mistake.name, rank: rank < 0 ? Infinity : rank });
  }
  const recallIn = (some: typeof ranks): Recall => ({
    at10: some.filter(({ rank }) => rank < 10).length / some.length,
    at50: some.filter(({ rank }) => rank < page).length / some.length,
  });
  const byMistake = Object.fromEntries(
    [...Map.groupBy(ranks, ({ mistake }) => mistake)].map(([name, some]) => [name, recallIn(some)]),
  );
  return { recall: recallIn(ranks), byMistake };
}

async function timesOf(
  find: Find,
  all: readonly Sought[],
  seconds: number,
  round: number,
): Promise<number[]> {
  const times: number[] = [];
  const startedAt = performance.now();
  for (let at = round * 7; performance.now() - startedAt < seconds * 1000 || !times.length; at++) {
    const sought = all[at % all.length];
    if (!sought) throw new Error('Nothing is sought');
    const askedAt = performance.now();
    await find(sought);
    times.push(performance.now() - askedAt);
  }
  return times;
}
