import type { Operation } from '#test/bench/operations/Operation.ts';
import { aboutOrganisation } from '#test/bench/operations/aboutOrganisation.ts';

/** Of organisations to which as many people belong, or as few organisations as there are with the most. */
export const Q5: Operation = {
  name: 'Q5',
  reads: 'an umbrella with 100 people → affiliations → organisation',
  remark: null,
  async draw({ pool, today }, count) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from (
         select organisation_id as id, rank() over (order by least(count(*), 100) desc) from affiliation
         where since <= $2::date and coalesce(until, 'infinity') >= $2::date group by organisation_id
       ) as umbrella
       where rank = 1 order by id limit $1`,
      [count, today],
    );
    return rows.map(({ id }) => aboutOrganisation(id, today));
  },
};
