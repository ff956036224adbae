import type { World } from '#test/support/world.ts';

/** Has the directory say what was corrected, as whoever searches next would. Gives how many entries were made. */
export function settled(world: World): Promise<number> {
  const context = world.context(null);
  return context.backlog.settle(context);
}
