import { expect } from 'vitest';

import type { Viewer } from '#server/access/Viewer.ts';
import { change } from '#server/common/change.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { SomebodyElse, writingWaits } from '#server/http/writingWaits.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { anEditor } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

const deed = { verb: 'correctOrganisation' };

/** Every way in which a use case can write. */
const ways = (id: string): Record<string, (context: Context) => Promise<unknown>> => ({
  'a list of fields': (context) =>
    changeRecords(context, deed, [
      {
        type: Organisation,
        id,
        version: 1,
        fields: [{ field: 'name', before: 'Før', after: 'Etter' }],
      },
    ]),
  'a unit of work': (context) =>
    change(context, deed, async (em) => {
      (await em.findOneOrFail(Organisation, id)).name = 'Etter';
    }),
  'a statement': ({ database }) =>
    database.pool.query("update organisation set name = 'Etter' where id = $1", [id]),
});

test('somebody who only seemed to be there may have read, and has written nothing in any way', async ({
  world,
}) => {
  const organisation = anOrganisation({ name: 'Før' });
  await world.has(organisation);
  const editor = anEditor();
  const names = async ({ reader }: Context) => reader.rows(sql`select name from organisation`);

  for (const [way, write] of Object.entries(ways(organisation.id))) {
    for (const other of [null, { ...editor, permissions: new Set() }] as (Viewer | null)[]) {
      const known = Promise.withResolvers<Viewer | null>();
      const context = writingWaits(world.context(editor), () => known.promise);
      const writing = write(context);
      expect(await names(context), way).toEqual([['Før']]);
      known.resolve(other);
      await expect(writing, way).rejects.toThrow(SomebodyElse);
      expect(await names(context), way).toEqual([['Før']]);
    }
  }
  expect(() => writingWaits(world.context(editor), async () => editor).database.orm).toThrow(
    'before it was known for whom',
  );
});

test('somebody who is whom they seemed to be writes in every way', async ({ world }) => {
  for (const way of Object.keys(ways(''))) {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const editor = anEditor();
    const context = writingWaits(world.context(editor), async () => ({ ...editor }));
    await ways(organisation.id)[way]?.(context);
    const { rows } = await world.pool.query('select name from organisation where id = $1', [
      organisation.id,
    ]);
    expect(rows, way).toEqual([{ name: 'Etter' }]);
  }
});
