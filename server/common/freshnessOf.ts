import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { Freshness } from '#schema/common/Freshness.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { longestDeadline, usualMonths } from './deadlineMonths.ts';
import { remembered } from './remembered.ts';

/** So many months after it was due, a profile is stale. */
const staleAfter = 6;

/**
 * Aktualitet. What a verification is worth on a day.
 *
 * A month later is the same day of that month, or its last day: what was verified on 29 February 2024 is due on 28 February 2026.
 */
export function freshnessOf(
  verifiedOn: string | null,
  verifiedBy: VerificationMethod | null,
  today: string,
  dueMonths: number = usualMonths,
): Freshness {
  if (verifiedOn === null) {
    return { state: FreshnessState.UNKNOWN, verifiedOn, verifiedBy, dueOn: null };
  }
  const dueOn = monthsAfter(verifiedOn, dueMonths);
  const staleOn = monthsAfter(verifiedOn, dueMonths + staleAfter);
  return { state: stateOf({ dueOn, staleOn }, today), verifiedOn, verifiedBy, dueOn };
}

/** A day for each deadline there may be: that of one month first, for so SQL counts. */
export type DayByMonths = readonly string[];

/** The day of those whose deadline is so many months. */
export const dayAt = (days: DayByMonths, months: number): string => days[months - 1] ?? '';

/** Grenser. The last verification days that still are fresh, and that are not yet stale, by deadline: for filters. */
export interface FreshnessLimits {
  readonly fresh: DayByMonths;
  readonly due: DayByMonths;
}

/** The same whoever asks, and every search does. */
export const freshnessLimits: (today: string) => FreshnessLimits = remembered(16, (today) => ({
  fresh: deadlines.map((months) => firstStillBefore(today, months)),
  due: deadlines.map((months) => firstStillBefore(today, months + staleAfter)),
}));

const deadlines = Array.from({ length: longestDeadline }, (_, at) => at + 1);

function stateOf(
  { dueOn, staleOn }: { dueOn: string; staleOn: string },
  today: string,
): FreshnessState {
  if (today < dueOn) return FreshnessState.FRESH;
  return today < staleOn ? FreshnessState.DUE : FreshnessState.STALE;
}

/** The first day that, so many months later, is after today. */
function firstStillBefore(today: string, months: number): string {
  let day = monthsAfter(today, -months);
  while (monthsAfter(day, months) <= today) day = dayAfter(day);
  return day;
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const moment = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moment.toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().slice(0, 10);
}
