/**
 * Egne foretak. That a trust is the viewer's to follow: it answers, on the day, for some of their scope. Whose scope is the whole country
 * follows all, and those that no trust answers for.
 *
 * As SQL, of the place of the trust, of the areas of the scope (null: the country) and of the day.
 */
export const ofOwnTrusts = (trust: string, areas: string, day: string): string =>
  `(${areas}::integer[] is null or ${trust} in (
    select c.trust_id from catchment c where c.area_number = any(${areas}) and ${holdsOn(day)}))`;

/** Whether all that a trust answers for is in the scope: to sign for it takes no less. */
export const isWhollyIn = (trust: string, areas: string, day: string): string =>
  `(${areas}::integer[] is null or (
    exists (select from catchment c where c.trust_id = ${trust} and ${holdsOn(day)})
    and not exists (select from catchment c
      where c.trust_id = ${trust} and c.area_number <> all(${areas}) and ${holdsOn(day)})))`;

const holdsOn = (day: string): string =>
  `c.since <= ${day}::date and coalesce(c.until, 'infinity') >= ${day}::date`;
