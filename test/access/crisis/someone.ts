import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import type { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import { today, type World } from '#test/support/world.ts';

/** The moment of all tests. */
export const now = new Date(`${today}T12:00:00Z`);

export const hoursFromNow = (count: number): Date => new Date(now.getTime() + count * 3_600_000);

/** Somebody unlike the others, who signed in anew a moment ago. */
export const someone = (role: Role, name: string, more: Partial<Viewer> = {}): Viewer => ({
  ...aViewer(role, name),
  id: crypto.randomUUID(),
  steppedUpAt: now,
  ...more,
});

export const reason = 'Må nå somaliske ledere i Bergen om meslinger';

export async function aCrisis(world: World, name = 'Meslinger i Prøvedalen'): Promise<Crisis> {
  const crisis = new Crisis(name, 'Prøve', now);
  await world.has(crisis);
  return crisis;
}

/** What somebody has opened, as far as it has come. */
export async function opened(
  world: World,
  opener: Viewer,
  state: Partial<BreakGlass> = {},
): Promise<BreakGlass> {
  const it = new BreakGlass(await aCrisis(world), opener, reason, now);
  await world.has(Object.assign(it, state));
  return it;
}
