import type { OpenThings } from '#server/launch/OpenThings.ts';
import {
  misnamed,
  searchedByTurns,
  type SearchedWay,
  type Searching,
} from '#test/bench/bySides.ts';
import { wordsOf } from '#test/bench/knownWords.ts';
import { type Mistake, mistakes } from '#test/bench/mistakes.ts';
import type { Register } from '#test/bench/Register.ts';
import { say } from '#test/bench/surroundings.ts';
import { folded, makeTrigrams } from '#test/bench/trigrams.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { dataIn } from '#test/bench/ways/Way.ts';

export interface DuplicatesMeasured {
  readonly names: number;
  readonly samband: SearchedWay;
  readonly trigram: SearchedWay;
  /** How many times as fast Samband is. */
  readonly ratio: number;
}

const namesPerMistake = 25;

/** Most who enter a second time what is there write its name as it stands. */
const asItIs: Mistake = { name: 'no mistake', make: (name) => name };

/** Dubletter. Names that somebody is about to enter a second time: what Samband asks them about, beside the likest names by trigrams. */
export async function measureDuplicates(
  register: Register,
  { rounds }: { readonly rounds: number },
  things: OpenThings,
): Promise<DuplicatesMeasured> {
  await makeTrigrams(register);
  // A register that was just filled looks at its own pairs for an hour or so: that is not what is measured.
  await register.pool.query('truncate duplicate_due');
  const [names, words] = [await drawNames(register), await wordsOf(register)];
  const sought = {
    all: misnamed(names, words, { until: namesPerMistake, all: [asItIs, ...mistakes] }),
    warmUp: misnamed(names, words, { from: namesPerMistake, until: 2 * namesPerMistake }),
  };
  const ways = [await samband(register, things), await trigram(register, things)];
  const [ours, theirs] = await searchedByTurns(ways, sought, rounds);
  if (!ours || !theirs) throw new Error('Two ways were asked');
  say(
    `duplicates: ${ours.p50.toFixed(1)} ms (p95 ${ours.p95.toFixed(1)}), trigrams ${theirs.p50.toFixed(1)} ms (p95 ${theirs.p95.toFixed(1)}), ${theirs.ratio.toFixed(1)} ×; recall@5 ${ours.recall.at5.toFixed(3)} and ${theirs.recall.at5.toFixed(3)}`,
  );
  return { names: sought.all.length, samband: ours, trigram: theirs, ratio: theirs.ratio };
}

async function drawNames({ pool }: Register) {
  const { rows } = await pool.query<{ name: string }>(
    `select name from organisation order by md5(id::text || 'duplicates') limit 2000`,
  );
  return rows;
}

async function samband(register: Register, things: OpenThings): Promise<Searching> {
  const { serving, send } = await openServer(register, things);
  return {
    serving,
    register,
    ask: ({ text }) =>
      send('duplicates', { input: { kind: 'ORGANISATION', name: text } }, 'editor'),
    read: (body) => {
      const data = dataIn(body) as { possibleDuplicates: { organisation: { name: string } }[] };
      return data.possibleDuplicates.map(({ organisation }) => folded(organisation.name));
    },
  };
}

async function trigram(register: Register, things: OpenThings): Promise<Searching> {
  const { serving, send } = await openRawServer(register, things);
  return {
    serving,
    register,
    ask: ({ text }) => send('trigramDuplicates', [folded(text)]),
    read: (body) => (JSON.parse(body) as { name: string }[]).map(({ name }) => name),
  };
}
