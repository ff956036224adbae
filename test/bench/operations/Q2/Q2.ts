import type { Operation } from '#test/bench/operations/Operation.ts';
import { aboutOrganisation } from '#test/bench/operations/aboutOrganisation.ts';

/** Of umbrellas that have as many branches, or as few umbrellas as there are with the most. */
export const Q2: Operation = {
  name: 'Q2',
  reads: 'the first 50 branches of an umbrella → affiliations → person → languages',
  remark: null,
  async draw({ pool, today }, count) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from (
         select parent_id as id, rank() over (order by least(count(*), 50) desc) from organisation
         where parent_id is not null group by parent_id
       ) as umbrella
       where rank = 1 order by id limit $1`,
      [count],
    );
    return rows.map(({ id }) => aboutOrganisation(id, today));
  },
};
