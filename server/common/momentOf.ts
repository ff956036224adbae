const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** Nå. The moment, and the day that it is in the calendar of Oslo. */
export const momentOf = (now: Date): { readonly now: Date; readonly today: string } => ({
  now,
  today: oslo.format(now),
});
