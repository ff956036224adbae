import { isSameViewer } from '#server/access/Recognition.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Context } from '#server/context.ts';

/** Who asks is somebody else than it seemed: what was read was read for the wrong one, and nothing was written. */
export class SomebodyElse extends Error {
  constructor(readonly viewer: Viewer | null) {
    super('Who asks is not whom it seemed to be');
  }
}

/**
 * Skriving venter. The context of a mutation that begins before it is known who asks: what it looks at by its reader is read for whom it seems to be, beside the lookup. Every
 * other way to the database, and all that writes is among them, opens when that has come back with the same one, and with nobody else.
 */
export function writingWaits(context: Context, lookUp: () => Promise<Viewer | null>): Context {
  const { viewer: guess, database } = context;
  let isCertain = false;
  const certain = lookUp().then((viewer) => {
    if (!isSameViewer(viewer, guess)) throw new SomebodyElse(viewer);
    isCertain = true;
  });
  // Whoever began it asks how it ended.
  certain.catch(() => undefined);
  const { pool } = database;
  const connect = async () => {
    await certain;
    return pool.connect();
  };
  const query = async (...args: [never]) => {
    await certain;
    return pool.query(...args);
  };
  return {
    ...context,
    confirm: null,
    certain,
    database: {
      pool: Object.assign(Object.create(pool) as typeof pool, { connect, query }),
      get orm() {
        if (!isCertain) throw new Error('A unit of work began before it was known for whom');
        return database.orm;
      },
    },
  };
}
