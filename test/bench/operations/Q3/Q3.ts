import type { Operation } from '#test/bench/operations/Operation.ts';
import { aboutOrganisation } from '#test/bench/operations/aboutOrganisation.ts';

/** Of any organisations that people belong to. */
export const Q3: Operation = {
  name: 'Q3',
  reads: 'one organisation with everything that its page shows',
  remark: null,
  async draw({ pool, today }, count) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from organisation
       where exists (select from affiliation where organisation_id = organisation.id)
       order by md5(id::text) limit $1`,
      [count],
    );
    return rows.map(({ id }) => aboutOrganisation(id, today));
  },
  shape: {
    postgraphile: ({
      organisation: { memberCount, memberYear, verifiedOn, verifiedBy, ...rest },
    }: {
      organisation: Record<string, unknown>;
    }) => ({
      organisation: {
        ...rest,
        membership: memberCount === null ? null : { count: memberCount, year: memberYear },
        freshness: { verifiedOn, verifiedBy },
      },
    }),
  },
};
