import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCatchment, anOrganisation } from '#seeds/organisation.ts';
import { scopeOf } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import { today, type World } from '#test/support/world.ts';

type Trusts = Awaited<ReturnType<typeof foundTrusts>>;
const founded = new WeakMap<World, Promise<Trusts>>();

/** Two trusts, each of which answers for places of its own, and an editor of the first; the same ones however often a world is asked. */
export function twoTrusts(world: World): Promise<Trusts> {
  const known = founded.get(world) ?? foundTrusts(world);
  founded.set(world, known);
  return known;
}

async function foundTrusts(world: World) {
  const area = (code: string) =>
    world.em.fork({ keepTransactionContext: true }).findOneOrFail(Area, { code });
  const [lillestrom, drammen, grorud] = await Promise.all(['3205', '3301', '030110'].map(area));
  const [one, other] = ['Prøve universitetssykehus', 'Eksempelviken'].map((name) =>
    anOrganisation({ name, kind: OrganisationKind.HEALTH_TRUST }),
  ) as [Organisation, Organisation];
  await world.has(one, other);
  await world.has(
    aCatchment(lillestrom!, one),
    aCatchment(grorud!, one),
    aCatchment(drammen!, other),
  );
  const { rows } = await world.pool.query<{ areas: number[] }>(
    'select areas_in_scope($1, null, $2) as areas',
    [one.id, today],
  );
  const within = (role: Role): Viewer => ({ ...aViewer(role), scope: scopeOf(rows[0]!.areas) });
  return {
    one,
    other,
    lillestrom: lillestrom!,
    drammen: drammen!,
    grorud: grorud!,
    /** Keeps the register where the first trust answers. */
    editor: within(Role.EDITOR),
  };
}
