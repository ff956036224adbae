import type { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import { demoIssuer } from '#schema/access/demoIssuer.ts';
import type { Locale } from '#schema/common/Locale.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { scopeOf } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import { type Answer, today, type World } from '#test/support/world.ts';

/** A saved search, as far as tests look. */
export interface SavedAudience {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sentence: string;
  readonly isBroken: boolean;
  readonly viewerMay: { readonly edit: boolean; readonly copy: boolean };
}

const fields = `id version name ownerId ownerName isShared text sentence isBroken archivedAt
  filter { only kinds languages languageLevel areas trust topics communities willingness freshness verifiedSince hasPhone asText }
  words { field value label isGone } viewerMay { edit copy }`;

/** Somebody on the staff, signed in, who works where the row says. */
export async function somebody(
  world: World,
  role: Role,
  more: Partial<StaffUser> = {},
): Promise<Viewer> {
  const id = crypto.randomUUID();
  const user = new StaffUser(demoIssuer, id, `Prøve ${role}`, role);
  await world.has(Object.assign(user, { id, email: `${role}@example.org`, ...more }));
  const { rows } = await world.pool.query<{ areas: number[] | null }>(
    `select case when num_nonnulls(scope_organisation_id, scope_area_number) > 0
       then areas_in_scope(scope_organisation_id, scope_area_number, $2::date) end as areas
     from staff_user where id = $1`,
    [id, today],
  );
  return { ...aViewer(role), id, scope: scopeOf(rows[0]?.areas ?? null) };
}

/** Saves a search. */
export const saved = (
  world: World,
  viewer: Viewer | null,
  input: { name: string; search: object; isShared?: boolean },
): Promise<Answer<{ saveAudience: SavedAudience }>> =>
  world.ask(
    viewer,
    `mutation ($input: SaveAudienceInput!) { saveAudience(input: $input) { ${fields} } }`,
    { input },
  );

/** The saved searches that somebody sees. */
export async function seen(
  world: World,
  viewer: Viewer,
  locale: Locale = 'nb',
): Promise<readonly SavedAudience[]> {
  const { data, errors } = await world.ask<{ audiences: SavedAudience[] }>(
    viewer,
    `{ audiences { ${fields} } }`,
    {},
    locale,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.audiences ?? [];
}

/** An organisation whose only number is for those who see what is kept for a crisis. */
export function withSecretPhone(name: string): object[] {
  const organisation = anOrganisation({ name });
  const { CRISIS_ONLY: audience } = ContactAudience;
  return [organisation, aContactPoint(organisation, { value: '+4722001134', audience })];
}
