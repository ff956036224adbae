import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { Freshness } from '#schema/common/Freshness.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { remembered } from './remembered.ts';

/** Months from a verification until somebody should ask again, and from then until the profile is stale. */
const dueAfter = 24;
const staleAfter = dueAfter + 6;

/**
 * Aktualitet. What a verification is worth on a day.
 *
 * A month later is the same day of that month, or its last day: what was verified on 29 February 2024 is due on 28 February 2026.
 */
export function freshnessOf(
  verifiedOn: string | null,
  verifiedBy: VerificationMethod | null,
  today: string,
): Freshness {
  if (verifiedOn === null) {
    return { state: FreshnessState.UNKNOWN, verifiedOn, verifiedBy, dueOn: null };
  }
  const dueOn = monthsAfter(verifiedOn, dueAfter);
  return { state: stateOf(verifiedOn, dueOn, today), verifiedOn, verifiedBy, dueOn };
}

/** The last verification days that still are fresh, and that are not yet stale: for filters. */
export const freshnessLimits = remembered(
  100,
  (today): { readonly fresh: string; readonly due: string } => ({
    fresh: firstStillBefore(today, dueAfter),
    due: firstStillBefore(today, staleAfter),
  }),
);

function stateOf(verifiedOn: string, dueOn: string, today: string): FreshnessState {
  if (today < dueOn) return FreshnessState.FRESH;
  return today < monthsAfter(verifiedOn, staleAfter) ? FreshnessState.DUE : FreshnessState.STALE;
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
