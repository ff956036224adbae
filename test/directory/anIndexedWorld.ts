import { EventEmitter, once } from 'node:events';

import { Backlog } from '#server/directory/Backlog.ts';
import { DirectoryIndex } from '#server/directory/index/DirectoryIndex.ts';
import type { Database } from '#server/orm.ts';
import { type World, worldOver } from '#test/support/world.ts';

/** The API over a database whose directory is in memory too. */
export interface IndexedWorld {
  readonly world: World;
  readonly index: DirectoryIndex;
  /** Comes back when the index next says so. */
  says(message: Message): Promise<unknown>;
  close(): Promise<void>;
}

type Message = 'The directory is in memory' | 'Searches are answered by the database for now';

/** Opens it, and waits until it is whole. In so small segments even a small world has many of them, and each search lets others in between. */
export async function anIndexedWorld(database: Database): Promise<IndexedWorld> {
  const told = new EventEmitter();
  const tell = (_: object, message: string) => void told.emit(message);
  const log = { info: tell, warn: tell };
  const { url } = database;
  const backlog = new Backlog(database.pool);
  const index = new DirectoryIndex({
    url,
    log,
    quiet: 20,
    segmentSize: 300,
    turn: 0,
    heardOfBacklog: (payload) => backlog.heard(payload),
  });
  const whole = once(told, 'The directory is in memory' satisfies Message);
  index.start();
  await whole;
  return {
    world: await worldOver(database, { directoryIndex: index, backlog }),
    index,
    says: (message) => once(told, message),
    close: () => index.close(),
  };
}
