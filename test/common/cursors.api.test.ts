import { describe, expect } from 'vitest';

import { Cursors } from '#server/common/cursor.ts';
import { testSecret } from '#test/support/database.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { test, World } from '#test/support/world.ts';
import { type ConnectionPlace, connectionPlaces } from './connectionPlaces.ts';
import { pageScenes, type Scene } from './pageScenes.ts';
import { WalkedList } from './WalkedList.ts';

const places = connectionPlaces(schema);

/** The same register, read by a server that signs in its own way. */
const signedBy = (world: World, cursors: Cursors): World =>
  new World(world.em, world.pool, { ...world.context(null), cursors });

const sceneOf = ({ name }: ConnectionPlace): Scene => pageScenes[name]!();

async function aList(world: World, place: ConnectionPlace, scene = sceneOf(place)) {
  const list = new WalkedList(world, place, scene);
  await list.begin([0, 1, 2, 3]);
  return list;
}

const cursorOf = async (list: WalkedList): Promise<string> =>
  (await list.page({ first: 2 })).pageInfo.endCursor ?? '';

async function expectRefused(
  world: World,
  { document }: ConnectionPlace,
  { owner }: Scene,
  cursor: string,
  args: Record<string, unknown> = {},
): Promise<void> {
  for (const side of ['after', 'before']) {
    const variables = { id: owner?.id, ...args, [side]: cursor };
    const { errors } = await world.ask(aCoordinator(), document, variables);
    expect(errors?.[0]?.extensions, `${side}: ${cursor}`).toEqual({
      code: 'INVALID_INPUT',
      fields: { [side]: 'NOT_A_CURSOR_OF_THIS_LIST' },
    });
  }
}

/** Another value than a list is given when nothing is said. */
const another: Readonly<Record<string, unknown>> = {
  Boolean: false,
  DirectoryFilter: { hasPhone: false },
  Text: 'anne',
};

describe.each(places)('the cursors of $name', (place) => {
  test('are good for this list, and no cursors of other lists are', async ({ world }) => {
    const scene = sceneOf(place);
    const list = await aList(world, place, scene);
    const cursor = await cursorOf(list);
    expect((await list.page({ first: 2, after: cursor })).edges).toHaveLength(2);
    for (const other of places) {
      // A list of everything is one and the same.
      if (other === place && !place.owner) continue;
      await expectRefused(world, place, scene, await cursorOf(await aList(world, other)));
    }
  });

  test('are refused when they are changed, cut short, or made up', async ({ world }) => {
    const scene = sceneOf(place);
    const bytes = Buffer.from(await cursorOf(await aList(world, place, scene)), 'base64url');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      await expectRefused(world, place, scene, changed.toString('base64url'));
      await expectRefused(world, place, scene, bytes.subarray(0, at).toString('base64url'));
    }
    for (const junk of ['x', '=', '\u0000', '🙃', 'null', '[]', 'A'.repeat(10_000)]) {
      await expectRefused(world, place, scene, junk);
    }
  });

  test('are refused when another server signed them, or they are of a former order', async ({
    world,
  }) => {
    const scene = sceneOf(place);
    await aList(world, place, scene);
    const list = (cursors: Cursors) => new WalkedList(signedBy(world, cursors), place, scene);
    const foreign = await cursorOf(list(new Cursors(Buffer.alloc(32, 1))));
    await expectRefused(world, place, scene, foreign);

    const ours = new RememberingCursors(testSecret);
    await cursorOf(list(ours));
    for (const key of [ours.key.slice(1), [...ours.key, 'more'], []]) {
      await expectRefused(world, place, scene, ours.write(ours.list, key));
    }
  });
});

describe.each(places.filter(({ filters }) => filters.length))('the cursors of $name', (place) => {
  test('are no good with other arguments', async ({ world }) => {
    const scene = sceneOf(place);
    const cursor = await cursorOf(await aList(world, place, scene));
    for (const { name, type } of place.filters) {
      expect(another).toHaveProperty(type);
      await expectRefused(world, place, scene, cursor, { [name]: another[type] });
    }
  });
});

/** Tells of what list its last cursor was, and at what place. */
class RememberingCursors extends Cursors {
  list = '';
  key: readonly unknown[] = [];

  override write(list: string, key: readonly unknown[]): string {
    if (!this.list) Object.assign(this, { list, key });
    return super.write(list, key);
  }
}
