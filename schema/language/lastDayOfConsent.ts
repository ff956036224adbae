/** How long a yes holds: until the profile is due for review, and some days of grace. */
const HOLDS = { months: 24, days: 60 };

/** The last day of a consent that is given on a day. */
export function lastDayOfConsent(givenOn: string): string {
  const day = new Date(`${givenOn}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + HOLDS.months);
  day.setUTCDate(day.getUTCDate() + HOLDS.days);
  return day.toISOString().slice(0, 10);
}
