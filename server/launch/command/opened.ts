import type { Configuration } from '#server/configuration.ts';
import { OpenThings } from '#server/launch/OpenThings.ts';
import type { Samband } from '#server/launch/openSamband.ts';
import { say } from './say.ts';

/** What the one command of this process has opened, closed when it ends. */
export const things = new OpenThings((error) => say((error as Error).message));

/** Opens the register as the server does: beside it where it runs, else starting its database for as long as we work. */
export async function opened(configuration: Configuration): Promise<Samband> {
  const { openSamband } = await import('#server/launch/openSamband.ts');
  return openSamband(configuration, things, say);
}
