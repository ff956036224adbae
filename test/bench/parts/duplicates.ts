import type { OpenThings } from '#server/launch/OpenThings.ts';
import { type Compared, compareBySides, misnamed, type Searching } from '#test/bench/bySides.ts';
import { wordsOf } from '#test/bench/knownWords.ts';
import { type Mistake, mistakes } from '#test/bench/mistakes.ts';
import type { Register } from '#test/bench/Register.ts';
import { say } from '#test/bench/surroundings.ts';
import { folded, makeTrigrams } from '#test/bench/trigrams.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { dataIn } from '#test/bench/ways/Way.ts';

export interface DuplicatesMeasured extends Compared {
  readonly names: number;
}

const namesPerMistake = 25;

/** Most who enter a second time what is there write its name as it stands. */
const asItIs: Mistake = { name: 'no mistake', make: (name) => name };

/** Dubletter. Names that somebody is about to enter a second time: what Samband asks them about, beside the likest names by trigrams. */
export async function measureDuplicates(
  register: Register,
  load: { readonly rounds: number; readonly seconds: number },
  things: OpenThings,
): Promise<DuplicatesMeasured> {
  await makeTrigrams(register);
  // A register that was just filled looks at its own pairs for an hour or so: that is not what is measured.
  await register.pool.query('truncate duplicate_due');
  const sought = misnamed(await drawNames(register), await wordsOf(register), namesPerMistake, [
    asItIs,
    ...mistakes,
  ]);
  const ways = {
    samband: await samband(register, things),
    trigram: await trigram(register, things),
  };
  const { samband: ours, trigram: theirs, ratio } = await compareBySides(ways, sought, load);
  say(
    `duplicates: ${ours.p50.toFixed(1)} ms (p95 ${ours.p95.toFixed(1)}), trigrams ${theirs.p50.toFixed(1)} ms (p95 ${theirs.p95.toFixed(1)}), ${ratio.toFixed(1)} ×; recall@5 ${ours.recall.at5.toFixed(3)} and ${theirs.recall.at5.toFixed(3)}`,
  );
  return { names: sought.length, samband: ours, trigram: theirs, ratio };
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
    ask: ({ text }) => send('trigramDuplicates', [folded(text)]),
    read: (body) => (JSON.parse(body) as { name: string }[]).map(({ name }) => name),
  };
}
