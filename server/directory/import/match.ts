import type { Existing } from './Existing.ts';
import { type Found, keyOfName } from './findExisting.ts';
import type { Wanted } from './readWanted.ts';

/** Treff. Which organisation of the register a row is about; null for a new one. Where that is for people to say: between whom. */
export interface Match {
  readonly existing: Existing | null;
  readonly reason?: 'SEVERAL_MATCHES' | 'POSSIBLE_DUPLICATE';
  readonly candidates: readonly Existing[];
}

/**
 * Finner treff. By organisation number; else by the same name in the same municipality. The same name elsewhere may be the same
 * organisation, which only people know.
 */
export function match(wanted: Wanted, found: Found, decision: string | null): Match {
  if (decision && decision !== 'new') {
    const chosen = found.byId.get(decision);
    if (chosen) return { existing: chosen, candidates: [] };
  }
  const numbered = wanted.number && found.byNumber.get(wanted.number.value);
  if (numbered) return { existing: numbered, candidates: [] };
  if (decision === 'new') return { existing: null, candidates: [] };

  const called = wanted.name ? (found.byName.get(keyOfName(wanted.name.value)) ?? []) : [];
  // With another number it is another body, whatever it is called.
  const candidates = called.filter(
    ({ number }) => !number || !wanted.number || number === wanted.number.value,
  );
  const here = candidates.filter((it) => isIn(it, wanted));
  if (here.length === 1) return { existing: here[0]!, candidates: [] };
  if (here.length > 1) return { existing: null, reason: 'SEVERAL_MATCHES', candidates: here };
  if (candidates.length) return { existing: null, reason: 'POSSIBLE_DUPLICATE', candidates };
  return { existing: null, candidates: [] };
}

/** Whether an organisation is where the row says; what says nothing of where, is where nothing is said. */
function isIn({ seat, servedAreas }: Existing, wanted: Wanted): boolean {
  const wantedSeat = wanted.seat?.value ?? null;
  if (wantedSeat !== null)
    return seat === wantedSeat || (seat === null && servedAreas.includes(wantedSeat));
  const areas = wanted.servedAreas?.value ?? [];
  if (areas.length) return areas.some((it) => it === seat || servedAreas.includes(it));
  return seat === null && servedAreas.length === 0;
}
