import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { isUuid } from '#server/common/isUuid.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';

/** Virkeområde. Where somebody's permissions hold, as it is shown. */
@ObjectType({
  simpleResolvers: true,
  description: 'Where the permissions of a user or a token hold: a catchment, or an area.',
})
export class AccessScope {
  @Field(() => String, { description: 'What the organisation or the area is called.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the health trust, or of the region whose trusts it is about.',
  })
  organisationId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The code of the area: 03, 0301, 030101.' })
  areaCode!: string | null;
}

@InputType({
  description:
    'Where the permissions are to hold: in the catchment of a trust or of a region’s trusts, or in an area and what lies in it. With neither: the whole country.',
})
export class AccessScopeInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of a health trust, a hospital or a regional health authority.',
  })
  organisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The code of a county, a municipality or a city district.',
  })
  areaCode?: string | null;
}

/** A scope as the row of a user or a token keeps it. */
export interface KeptScope {
  readonly scopeOrganisationId: string | null;
  readonly scopeAreaNumber: number | null;
}

/** Looks up what a scope names. Throws INVALID_INPUT: `scope: ONE_OF_TWO` or `UNKNOWN`. */
export async function readScope(
  { database }: Pick<Context, 'database'>,
  { organisationId, areaCode }: AccessScopeInput,
): Promise<KeptScope> {
  if (organisationId && areaCode) throw new InvalidInput({ scope: 'ONE_OF_TWO' });
  const { rows } = await database.pool.query<KeptScope>(
    `select
       (select id from organisation where id = $1 and kind in ('health_authority', 'health_trust', 'hospital'))
         as "scopeOrganisationId",
       (select number from area where code = $2 and kind <> 'country') as "scopeAreaNumber"`,
    [organisationId && isUuid(organisationId) ? organisationId : null, areaCode ?? null],
  );
  const kept = rows[0] as KeptScope;
  const isFound =
    (!organisationId || kept.scopeOrganisationId !== null) &&
    (!areaCode || kept.scopeAreaNumber !== null);
  if (!isFound) throw new InvalidInput({ scope: 'UNKNOWN' });
  return kept;
}

const areaNames = { nb: raw('name_nb'), nn: raw('name_nn'), en: raw('name_en') };

/** The scope of the row of that alias, as it is shown; null for the whole country. */
export const scopeShown = (alias: 'u' | 't', { locale }: Pick<Context, 'locale'>) => {
  const [organisation, area] = [
    raw(`${alias}.scope_organisation_id`),
    raw(`${alias}.scope_area_number`),
  ];
  return sql`case
    when ${organisation} is not null then (
      select json_build_object('name', name, 'organisationId', id, 'areaCode', null) from organisation where id = ${organisation}
    )
    when ${area} is not null then (
      select json_build_object('name', ${areaNames[locale]}, 'organisationId', null, 'areaCode', code) from area where number = ${area}
    )
  end as scope`;
};
