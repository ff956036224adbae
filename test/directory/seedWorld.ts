import { openSeedWorld } from '#test/support/seedWorld.ts';
import { type World, worldOver } from '#test/support/world.ts';

/** The register as the demo has it, and its API. */
export async function seedWorld(): Promise<{ world: World; close: () => Promise<void> }> {
  const database = await openSeedWorld();
  return { world: await worldOver(database), close: () => database.close() };
}
