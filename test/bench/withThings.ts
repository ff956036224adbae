import { OpenThings } from '#server/launch/OpenThings.ts';
import { say } from './surroundings.ts';

const open: OpenThings[] = [];
const closings = new Map<OpenThings, Promise<void>>();

/** However many ask for it: two who close the same things would let go of the last before the first. */
function close(things: OpenThings): Promise<void> {
  const closing = closings.get(things) ?? things.close();
  closings.set(things, closing);
  return closing;
}

/** Measures a part with things of its own, which are closed when it is done or has failed. */
export async function withThings<Part>(work: (things: OpenThings) => Promise<Part>): Promise<Part> {
  const things = new OpenThings((error) => say((error as Error).message));
  open.push(things);
  try {
    return await work(things);
  } finally {
    await close(things);
  }
}

/** Closes everything that is open, for whoever is interrupted. */
export const closeAll = (): Promise<unknown> => Promise.all(open.map(close));
