import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import {
  type Compared,
  compareBySides,
  type Misnamed,
  misnamed,
  recallOf,
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

export interface SearchMeasured {
  readonly names: number;
  /** How alike names must be for trigrams, that they find as many as Samband does. */
  readonly alike: number;
  readonly words: Compared;
  /** The same with a language and a county. */
  readonly filtered: Compared;
}

const namesPerMistake = 25;

/** How alike names must be for trigrams, from strict to loose. The looser, the more they find, and the longer it takes. */
const strict = [0.6, 0.5, 0.4];
const loosest = 0.3;

/** Søk. Names with mistakes made by rule, sought by Samband and by PostgreSQL's own trigrams. */
export async function measureSearch(
  register: Register,
  load: { readonly rounds: number; readonly seconds: number },
  things: OpenThings,
): Promise<SearchMeasured> {
  await makeTrigrams(register);
  const names = await drawNames(register);
  const sought = misnamed(names, await wordsOf(register), namesPerMistake);
  const words = sought.map((it) => ({ ...it, filter: null }));
  const ours = await samband(register, things);
  const { alike, theirs } = await atEqualRecall(words, ours, register, things);
  const ways = { samband: ours, trigram: theirs };
  const measured = {
    names: sought.length,
    alike,
    words: await compareBySides<Sought>(ways, words, load),
    filtered: await compareBySides<Sought>(ways, sought, load),
  };
  for (const what of ['words', 'filtered'] as const) {
    const { samband, trigram, ratio } = measured[what];
    say(
      `search, ${what}: ${samband.p50.toFixed(1)} ms, trigrams ${trigram.p50.toFixed(1)} ms, ${ratio.toFixed(1)} ×; recall@10 ${samband.recall.at10.toFixed(3)} and ${trigram.recall.at10.toFixed(3)}, @50 ${samband.recall.at50.toFixed(3)} and ${trigram.recall.at50.toFixed(3)}`,
    );
  }
  return measured;
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

async function samband(register: Register, things: OpenThings): Promise<Searching<Sought>> {
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

/** Trigrams as strict as they may be to find as many among the first fifty as we do; the loosest where they do not. */
async function atEqualRecall(
  words: readonly Sought[],
  ours: Searching<Sought>,
  register: Register,
  things: OpenThings,
) {
  const { recall } = await recallOf(ours, words);
  for (const alike of strict) {
    const theirs = await trigram(register, things, alike);
    if ((await recallOf(theirs, words)).recall.at50 >= recall.at50) return { alike, theirs };
    await theirs.serving.stop();
  }
  return { alike: loosest, theirs: await trigram(register, things, loosest) };
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
    ask: ({ text, filter }) =>
      filter
        ? send('filteredTrigram', [folded(text), ...numbers(filter)])
        : send('trigram', [folded(text)]),
    read: (body) => (JSON.parse(body) as { name: string }[]).map(({ name }) => name),
  };
}

const within = ({ number, children }: AreaRow): number[] => [number, ...children.flatMap(within)];
