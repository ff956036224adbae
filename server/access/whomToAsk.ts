import { Field, ID, ObjectType } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import type { Context } from '#server/context.ts';

/** Hvem du kan spørre. A colleague who gives access, or answers for privacy. */
@ObjectType({
  simpleResolvers: true,
  description: 'A colleague to ask: who gives access, or answers for privacy.',
})
export class AccessContact {
  @Field(() => ID, { description: 'Their UUID.' })
  id!: string;

  @Field(() => String, { description: 'What they are called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where to write to them.' })
  email!: string | null;

  @Field(() => Role, { description: 'What to ask them about.' })
  role!: Role;
}

const most = 20;

/** Of those who sign in where the viewer does; for a token, of all. */
export async function whomToAsk({
  database,
  viewer,
}: Pick<Context, 'database' | 'viewer'>): Promise<AccessContact[]> {
  const { rows } = await database.pool.query<AccessContact>(
    `select id, name, email, role from staff_user
     where role in ('administrator', 'privacy_officer') and disabled_at is null
       and issuer = coalesce((select issuer from staff_user where id = $1), issuer)
     order by role, name, id limit $2`,
    [viewer?.id, most],
  );
  return rows;
}
