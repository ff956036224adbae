import { Purpose } from '#schema/access/Purpose.ts';
import { contactPermission } from '#server/access/permissions.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Verdict } from '#server/common/ReadModel.ts';
import { column, later, type Sql, sql } from '#server/common/sql.ts';
import { isWithin } from './personScope.ts';
import type { Context } from '#server/context.ts';

/** Purposes for which one sees people in one's own scope. The others are for the whole country: a council is filled from anywhere. */
const inScopeOnly: ReadonlySet<Purpose> = new Set([
  Purpose.REGISTER_CARE,
  Purpose.CRISIS,
  Purpose.MEETING,
]);

/** The purpose, where the viewer may read for it; null where they may not, or read for nothing. */
const purpose = later(({ context: { viewer, purpose: stated } }) =>
  stated && viewer?.permissions.has(contactPermission(stated)) ? stated : null,
);

/** The law asks for an answer to who asks what is kept; nobody else's word is needed. */
const needsNoConsent = later(({ context }) => context.purpose === Purpose.AUDIT);

/** Whoever has broken the glass sees people everywhere, for a crisis and for nothing else. */
function areasFor({ viewer, purpose: stated }: Context): number[] | null {
  if (!stated || !inScopeOnly.has(stated)) return null;
  if (stated === Purpose.CRISIS && viewer?.breakGlass) return null;
  return areasOf(viewer?.scope ?? null);
}

const areas = later(({ context }) => areasFor(context));
const today = later(({ context }) => context.today);

const ownAfterCode = later(({ context: { viewer } }) =>
  viewer?.own?.kind === 'person' && viewer.permissions.has('ownContact.read')
    ? viewer.own.id
    : null,
);

const isStated = sql`${purpose}::text is not null`;

/** Whether the person has said yes to what is read for, and not no since. */
const hasConsented = (person: Sql): Sql => sql`(${needsNoConsent}::boolean or exists (
    select from consent where consent.person_id = ${person} and consent.purpose = ${purpose}::text
    and consent.withdrawn_at is null and consent.expires_on >= ${today}::date
  ))`;

/**
 * Åpent. Whether the contact values of a person go out in full: the viewer reads for a purpose that is theirs, the person has said yes to
 * it, and belongs to the viewer's scope.
 *
 * One's own are open to whoever came by a personal link and has shown a code.
 *
 * `person`: the column with the person's identifier. Worked out by the database at each read, so that a no holds from the next one on.
 */
export const isOpenToViewer = (person: Sql): Sql =>
  sql`(${person} is not distinct from ${ownAfterCode}::uuid
    or case when ${isStated} then ${hasConsented(person)} and ${isWithin(person, areas)} else false end)`;

const ofPerson = (alias: string): Sql => column(alias, 'person_id');

/** The same of a row of contact points. */
export const isOpen: Verdict<'isOpen'> = {
  name: 'isOpen',
  whether: (alias) => isOpenToViewer(ofPerson(alias)),
};

/** Why it is not, in two steps. */
export const isAskedFor: Verdict<'isAskedFor'> = { name: 'isAskedFor', whether: () => isStated };
export const isConsentedTo: Verdict<'isConsentedTo'> = {
  name: 'isConsentedTo',
  whether: (alias) =>
    sql`(case when ${isStated} then ${hasConsented(ofPerson(alias))} else false end)`,
};
