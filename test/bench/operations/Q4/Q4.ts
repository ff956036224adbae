import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { Willingness } from '#schema/person/Willingness.ts';
import type { Asked, Operation } from '#test/bench/operations/Operation.ts';
import { understood } from '#test/bench/operations/understood.ts';
import type { Ground } from '#test/bench/Register.ts';

interface Candidate {
  readonly language: string;
  readonly county: string;
  readonly topics: string[];
  readonly willing: string;
}

/** As many as the page holds. */
const FULL = 50;
/** So many filters are looked at for each that is drawn, at most. */
const TRIED = 24;

/**
 * Two of the languages, the county, topics and willingness of somebody who is in the register. Filters whose page is full come first: an
 * answer of ten people and one of fifty would be no measure of how time grows with the register.
 */
export const Q4: Operation = {
  name: 'Q4',
  reads:
    'candidates by languages, county, topics and willingness, ordered; the first 50 → affiliations → organisation',
  remark:
    'Filters that at least fifty fit, where there are as many. All ways find candidates in the same index. Samband reads the filter for each question; the others are given what it made of it.',
  async draw(ground, count) {
    const { rows } = await ground.pool.query<Candidate>(
      `select language.code as language, county.code as county, p.willingness[1] as willing,
         array(select code from topic where number = any(p.topics) order by code limit 3) as topics
       from person p
         join lateral (select language_number from person_language where person_id = p.id order by id limit 1) spoken on true
         join language on language.number = spoken.language_number
         join area place on place.number = p.areas[1]
         left join area around on around.number = place.parent_number
         join area county on county.kind = 'county' and county.number in (place.number, around.number, around.parent_number)
       where p.willingness <> '{}' and p.topics <> '{}'
       order by md5(p.id::text) limit $1`,
      [count * TRIED],
    );
    const [full, others]: [Asked[], Asked[]] = [[], []];
    for (const [at, row] of rows.entries()) {
      if (full.length === count) break;
      const asked = await questionOf(row, rows[(at + 1) % rows.length] ?? row, ground);
      const found = await ground.pool.query(
        'select from directory_sought where lexemes @@ $1::tsquery limit $2',
        [asked.postgraphile['hit'], FULL],
      );
      (found.rowCount === FULL ? full : others).push(asked);
    }
    return [...full, ...others].slice(0, count);
  },
};

async function questionOf(
  { language, county, topics, willing }: Candidate,
  other: Candidate,
  ground: Ground,
): Promise<Asked> {
  const filter = {
    languages: [...new Set([language, other.language])],
    areas: [county],
    topics,
    willingness: [willing as Willingness],
  };
  const { hit, near, wider, widest, fluent, good, due, today } = await understood(
    ground,
    '',
    filter,
    RecordKind.PERSON,
  );
  return {
    samband: { filter: { ...filter, willingness: [willing.toUpperCase()] } },
    raw: [hit, near, wider, widest, due, today, fluent, good],
    postgraphile: { hit, near, wider, widest, fluent, good, due, today },
  };
}
