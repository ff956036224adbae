import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { Willingness } from '#schema/person/Willingness.ts';
import type { Operation } from '#test/bench/operations/Operation.ts';
import { understood } from '#test/bench/operations/understood.ts';

interface Candidate {
  readonly language: string;
  readonly county: string;
  readonly topics: string[];
  readonly willing: string;
}

/** Two of the languages, the county, topics and willingness of somebody who is in the register. */
export const Q4: Operation = {
  name: 'Q4',
  reads:
    'candidates by languages, county, topics and willingness, ordered; the first 50 → affiliations → organisation',
  remark:
    'All ways find candidates in the same index. Samband reads the filter for each question; the others are given what it made of it.',
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
      [count],
    );
    return Promise.all(
      rows.map(async ({ language, county, topics, willing }, at) => {
        const other = rows[(at + 1) % rows.length]?.language ?? language;
        const filter = {
          languages: [...new Set([language, other])],
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
      }),
    );
  },
};
