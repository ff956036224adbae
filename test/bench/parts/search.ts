import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import {
  type Misnamed,
  misnamed,
  type Recall,
  searchedByTurns,
  type SearchedWay,
  type Searching,
} from '#test/bench/bySides.ts';
import { wordsOf } from '#test/bench/knownWords.ts';
import type { Register } from '#test/bench/Register.ts';
import { say } from '#test/bench/surroundings.ts';
import { folded, makeTrigrams } from '#test/bench/trigrams.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { dataIn } from '#test/bench/ways/Way.ts';

interface Sought extends Misnamed {
  readonly filter: {
    readonly languages: readonly string[];
    readonly areas: readonly string[];
  } | null;
}

/** Trigrams at one strictness. */
export interface Strictness {
  /** How alike names must be, from 0 to 1. The looser, the more they find, and the longer it takes. */
  readonly alike: number;
  readonly p50: number;
  readonly work: number | null;
  /** How many times as long it takes as Samband. */
  readonly ratio: number;
  readonly recall: Recall;
}

export interface SearchMeasured {
  readonly names: number;
  readonly samband: SearchedWay;
  /** Trigrams as strict as they may be to find as many among the first fifty as Samband; the loosest where they do not. */
  readonly alike: number;
  readonly trigram: SearchedWay;
  readonly strictnesses: readonly Strictness[];
  /** Both with a language and a county, trigrams as strict as those above. */
  readonly filtered: { readonly samband: SearchedWay; readonly trigram: SearchedWay };
}

/** Of a large register fewer: there a name takes trigrams seconds. */
const namesPerMistake = (organisations: number) => (organisations > 200_000 ? 8 : 25);

const strictToLoose = [0.6, 0.5, 0.45, 0.4, 0.35, 0.3];

/** Søk. Names with mistakes made by rule, sought by Samband and by PostgreSQL's own trigrams. */
export async function measureSearch(
  register: Register,
  { rounds }: { readonly rounds: number },
  things: OpenThings,
): Promise<SearchMeasured> {
  await makeTrigrams(register);
  const [names, words] = [await drawNames(register), await wordsOf(register)];
  const count = namesPerMistake(register.organisations);
  // Each is asked for once: there are other names to warm up with, and to look for with filters.
  const portion = (turn: number): Sought[] =>
    misnamed(names, words, { from: turn * count, until: (turn + 1) * count });
  const [all, filtered, warmUp] = [portion(0), portion(1), portion(2)];
  const bare = (some: readonly Sought[]) => some.map((it) => ({ ...it, filter: null }));
  const ours = await samband(register, things);
  const theirs = await Promise.all(
    strictToLoose.map(async (alike) => ({ alike, way: await trigram(register, things, alike) })),
  );
  const asked = { all: bare(all), warmUp: bare(warmUp) };
  const [found, ...others] = await searchedByTurns(
    [ours, ...theirs.map(({ way }) => way)],
    asked,
    rounds,
  );
  const equal = others.findIndex(({ recall }) => recall.at50 >= found!.recall.at50);
  const { alike, way } = theirs.at(equal)!;
  const [oursFiltered, theirsFiltered] = await searchedByTurns(
    [ours, way],
    { all: filtered, warmUp },
    rounds,
  );
  const measured: SearchMeasured = {
    names: all.length,
    samband: found!,
    alike,
    trigram: others.at(equal)!,
    strictnesses: others.map(({ p50, work, ratio, recall }, place) => ({
      alike: strictToLoose[place]!,
      p50,
      work,
      ratio,
      recall,
    })),
    filtered: { samband: oursFiltered!, trigram: theirsFiltered! },
  };
  say(linesOf(measured));
  return measured;
}

const linesOf = ({ samband, strictnesses, alike, filtered }: SearchMeasured): string =>
  [
    `search: ${samband.p50.toFixed(1)} ms, recall@10 ${samband.recall.at10.toFixed(3)}, @50 ${samband.recall.at50.toFixed(3)}`,
    ...strictnesses.map(
      (it) =>
        `trigrams at ${it.alike}: ${it.p50.toFixed(1)} ms, ${it.ratio.toFixed(1)} × as long; @10 ${it.recall.at10.toFixed(3)}, @50 ${it.recall.at50.toFixed(3)}${it.alike === alike ? ' (compared)' : ''}`,
    ),
    `with filters: ${filtered.samband.p50.toFixed(1)} ms, trigrams ${filtered.trigram.p50.toFixed(1)} ms`,
  ].join('\n  ');

async function drawNames({ pool }: Register) {
  const { rows } = await pool.query<{ name: string; language: string; county: string }>(
    `select o.name, language.code as language, county.code as county
     from organisation o
       join language on language.number = o.languages[1]
       join area place on place.number = o.served_areas[1]
       left join area around on around.number = place.parent_number
       join area county on county.kind = 'county' and county.number in (place.number, around.number, around.parent_number)
     order by md5(o.id::text || 'search') limit 6000`,
  );
  return rows.map(({ name, language, county }) => ({
    name,
    filter: { languages: [language], areas: [county] },
  }));
}

async function samband(register: Register, things: OpenThings): Promise<Searching<Sought>> {
  const { serving, send } = await openServer(register, things);
  return {
    serving,
    register,
    ask: ({ text, filter }) => send('search', { text, filter }),
    read: (body) => {
      const data = dataIn(body) as { organisations: { nodes: { name: string }[] } };
      return data.organisations.nodes.map(({ name }) => folded(name));
    },
  };
}

async function trigram(
  register: Register,
  things: OpenThings,
  alike: number,
): Promise<Searching<Sought>> {
  const { serving, send } = await openRawServer(register, things, { alike });
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
    register,
    ask: ({ text, filter }) =>
      filter
        ? send('filteredTrigram', [folded(text), ...numbers(filter)])
        : send('trigram', [folded(text)]),
    read: (body) => (JSON.parse(body) as { name: string }[]).map(({ name }) => name),
  };
}

const within = ({ number, children }: AreaRow): number[] => [number, ...children.flatMap(within)];
