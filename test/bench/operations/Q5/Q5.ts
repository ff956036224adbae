import type { Operation } from '#test/bench/operations/Operation.ts';
import { aboutOrganisation } from '#test/bench/operations/aboutOrganisation.ts';

/** Of the organisations to which the most people belong. */
export const Q5: Operation = {
  name: 'Q5',
  reads: 'an umbrella with 100 people → affiliations → organisation',
  remark: null,
  async draw({ pool, today }, count) {
    const { rows } = await pool.query<{ id: string }>(
      `select organisation_id as id from affiliation
       where since <= $2::date and coalesce(until, 'infinity') >= $2::date
       group by organisation_id order by least(count(*), 100) desc, organisation_id limit $1`,
      [count, today],
    );
    return rows.map(({ id }) => aboutOrganisation(id, today));
  },
};
