import { DirectoryIndex } from '#server/directory/index/DirectoryIndex.ts';
import type { Database } from '#server/orm.ts';
import { type World, worldOver } from '#test/support/world.ts';

/** The API over a database whose directory is in memory too, and which says what became of it. */
export interface IndexedWorld {
  readonly world: World;
  readonly index: DirectoryIndex;
  readonly told: string[];
  close(): Promise<void>;
}

/** Opens it, and waits until it is whole. */
export async function anIndexedWorld(database: Database): Promise<IndexedWorld> {
  const told: string[] = [];
  const tell = (_: object, message: string) => void told.push(message);
  const settings = { url: database.url, log: { info: tell, warn: tell }, quiet: 20 };
  const index = new DirectoryIndex(settings).start();
  await index.whole();
  return {
    world: await worldOver(database, { directoryIndex: index }),
    index,
    told,
    close: () => index.close(),
  };
}
