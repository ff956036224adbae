import type { Purpose } from '#schema/access/Purpose.ts';
import type { Role } from '#schema/access/Role.ts';
import type { Context } from '#server/context.ts';

/** Bruk. How often those with a role have seen, for a purpose, how the people of an organisation are reached. */
export interface Use {
  readonly role: Role | null;
  readonly purpose: Purpose | null;
  readonly count: number;
}

const days = 90;

/** Hvem har brukt opplysningene. Counts from the read log, the most first; never who. */
export async function readUses(context: Context, organisationId: string): Promise<Use[]> {
  const { rows } = await context.database.pool.query<Use>({
    name: 'uses of an organisation',
    text: `select u.role, r.purpose, count(*)::integer as count
      from read_log r left join staff_user u on u.id = r.viewer_id and r.via = 'session'
      where r.person_id in (
          select person_id from affiliation where organisation_id = $1
            and since <= $2::date and coalesce(until, 'infinity') >= $2::date
        )
        and r.month >= date_trunc('month', $2::date - ${days}) and r.at >= $3::timestamptz - interval '${days} days'
        and r.via <> 'link'
      group by 1, 2 order by 3 desc, 1, 2`,
    values: [organisationId, context.today, context.now],
  });
  return rows;
}
