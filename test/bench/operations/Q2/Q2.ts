import type { Operation } from '#test/bench/operations/Operation.ts';
import { aboutOrganisation } from '#test/bench/operations/aboutOrganisation.ts';

/** Of the umbrellas with the most branches. */
export const Q2: Operation = {
  name: 'Q2',
  reads: 'the first 50 branches of an umbrella → affiliations → person → languages',
  remark: null,
  async draw({ pool, today }, count) {
    const { rows } = await pool.query<{ id: string }>(
      `select parent_id as id from organisation where parent_id is not null
       group by parent_id order by least(count(*), 50) desc, parent_id limit $1`,
      [count],
    );
    return rows.map(({ id }) => aboutOrganisation(id, today));
  },
};
