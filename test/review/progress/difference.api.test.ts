import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { takeSnapshot } from '#server/review/progress/takeSnapshot.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

interface Difference {
  readonly came: number;
  readonly went: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly verified: number;
  readonly isUntilToday: boolean;
  readonly endCursor: string | null;
  readonly nodes: readonly {
    readonly name: string;
    readonly what: string;
    readonly facts: readonly { field: string; before: string | null; after: string | null }[];
  }[];
}

const question = `query ($id: ID!, $since: ID, $first: Int! = 50, $after: String) {
  reviewDifference(roundId: $id, sinceId: $since, first: $first, after: $after) {
    came went changed unchanged verified isUntilToday endCursor nodes { name what facts { field before after } } } }`;

const lead = aViewer(Role.PROGRAMME_LEAD);

async function differenceOf(world: World, id: string, more: object = {}, viewer = lead) {
  const { data, errors } = await world.ask<{ reviewDifference: Difference }>(viewer, question, {
    id,
    ...more,
  });
  expect(errors).toBeUndefined();
  return data!.reviewDifference;
}

const freeze = (world: World, id: string, moment: 'start' | 'end') =>
  inTransaction(world.pool, (run) => takeSnapshot(run, id, moment));

const close = async (world: World, id: string, at = '2026-11-20T12:00:00Z') => {
  await freeze(world, id, 'end');
  await world.pool.query(`update review_round set state = 'closed', closed_at = $2 where id = $1`, [
    id,
    at,
  ]);
};

const some = (...names: string[]) =>
  names.map((name) => anOrganisation({ name })) as [Organisation, Organisation, ...Organisation[]];

describe('what cannot be compared', () => {
  test('rounds that are not there, pages that are none, an edition that is not earlier', async ({
    world,
  }) => {
    const id = await aRound(world, []);
    const refused = async (more: object, viewer: Parameters<World['ask']>[0] = lead) => {
      const { errors } = await world.ask(viewer, question, { id, ...more });
      const { code, fields } = errors?.[0]?.extensions ?? {};
      return fields ?? code;
    };
    expect(await refused({ id: crypto.randomUUID() })).toBe('NOT_FOUND');
    expect(await refused({ since: crypto.randomUUID() })).toBe('NOT_FOUND');
    expect(await refused({ first: 0 })).toEqual({ first: 'FROM_1_TO_100' });
    expect(await refused({ after: 'x' })).toEqual({ after: 'NOT_A_CURSOR_OF_THIS_LIST' });
    // One that is open still has no end to compare with.
    expect(await refused({ since: await aRound(world, []) })).toEqual({ sinceId: 'NOT_EARLIER' });
    expect(await refused({}, aReader())).toBe('FORBIDDEN');
  });
});

test('of an open round one sees what has changed since its start, field by field, until today', async ({
  world,
}) => {
  const [moved, same] = some('Eksempelforeningen', 'Uendret');
  const point = aContactPoint(moved, { channel: ContactChannel.EMAIL, value: 'a@example.org' });
  await world.has(moved, same, point);
  const id = await aRound(world, [{ organisation: moved }, { organisation: same }]);
  await freeze(world, id, 'start');

  const languages = await world.em
    .fork({ keepTransactionContext: true })
    .find(Language, { code: { $in: ['so', 'ar'] } }, { orderBy: { code: 'desc' } });
  await world.pool.query(
    `update organisation set name = 'Eksempellaget', languages = $2 where id = $1`,
    [moved.id, languages.map(({ number }) => number)],
  );
  await world.pool.query(`update organisation_contact_point set value = 'b@example.org'`);
  await world.has(aContactPoint(moved), aContactPoint(moved, { value: '+4700000001' }));

  expect(await differenceOf(world, id)).toEqual({
    came: 0,
    went: 0,
    changed: 1,
    unchanged: 1,
    verified: 0,
    isUntilToday: true,
    endCursor: null,
    nodes: [
      {
        name: 'Eksempellaget',
        what: 'CHANGED',
        facts: [
          { field: 'name', before: 'Eksempelforeningen', after: 'Eksempellaget' },
          { field: 'languages', before: null, after: 'Arabisk, Somali' },
          { field: 'contact.PHONE', before: null, after: '2' },
          { field: 'contact.EMAIL', before: 'én', after: 'en annen enn før' },
        ],
      },
    ],
  });
});

test('an edition holds of no one how they are reached', async ({ world }) => {
  const [organisation] = some('Eksempel');
  await world.has(organisation, aContactPoint(organisation, { value: '+4700123456' }));
  const id = await aRound(world, [{ organisation }]);
  await freeze(world, id, 'start');
  const { rows } = await world.pool.query<{ facts: object }>('select facts from review_snapshot');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('123456');
  expect(rows[0]?.facts).toMatchObject({ contact: [{ channel: 'phone' }] });
});

test('what was frozen stays as it was, however often it is frozen and whatever comes later', async ({
  world,
}) => {
  const [organisation, away] = some('Før', 'Borte');
  await world.has(organisation, away);
  const id = await aRound(world, [{ organisation }, { organisation: away }]);
  await freeze(world, id, 'start');
  await world.pool.query(`update organisation set archived_on = '2026-11-15' where id = $1`, [
    away.id,
  ]);
  await world.pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{name,contact,languages,areas}', 'link', '2026-11-12', '2026-11-12', 'link')`,
    [organisation.id],
  );
  await world.pool.query(`update organisation set verified_on = '2026-11-12' where id = $1`, [
    organisation.id,
  ]);
  await close(world, id);
  await world.pool.query(`update organisation set name = 'Etter' where id = $1`, [organisation.id]);
  await freeze(world, id, 'end');

  expect(await differenceOf(world, id)).toMatchObject({
    came: 0,
    went: 1,
    changed: 0,
    unchanged: 1,
    verified: 1,
    isUntilToday: false,
    nodes: [{ name: 'Borte', what: 'WENT', facts: [] }],
  });
});

test('between two editions some came, some went and some changed, page by page, within one’s own trusts', async ({
  world,
}) => {
  const { one, other, editor } = await twoTrusts(world);
  const [stays, goes, comes, elsewhere] = some('Blir', 'Går', 'Ny', 'Et annet sted');
  await world.has(stays, goes, comes!, elsewhere!);
  const earlier = await aRound(
    world,
    [
      { organisation: stays, trust: one },
      { organisation: goes, trust: one },
    ],
    { openedAt: '2024-11-04T08:00:00Z' },
  );
  await close(world, earlier, '2024-12-16T12:00:00Z');
  await world.pool.query(`update organisation set name = 'Blir, med nytt navn' where id = $1`, [
    stays.id,
  ]);
  const id = await aRound(world, [
    { organisation: stays, trust: one },
    { organisation: comes!, trust: one },
    { organisation: elsewhere!, trust: other },
  ]);
  await freeze(world, id, 'start');

  const counts = { came: 1, went: 1, changed: 1, unchanged: 0 };
  const first = await differenceOf(world, id, { since: earlier, first: 2 }, editor);
  expect(first).toMatchObject({
    ...counts,
    nodes: [
      {
        name: 'Blir, med nytt navn',
        facts: [{ field: 'name', before: 'Blir', after: 'Blir, med nytt navn' }],
      },
      { name: 'Går', what: 'WENT' },
    ],
  });
  const more = { since: earlier, first: 2, after: first.endCursor };
  expect(await differenceOf(world, id, more, editor)).toMatchObject({
    ...counts,
    endCursor: null,
    nodes: [{ name: 'Ny', what: 'CAME' }],
  });
  expect((await differenceOf(world, id, { since: earlier })).came).toBe(2);
});
