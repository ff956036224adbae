import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { takeSnapshot } from '#server/review/progress/takeSnapshot.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

const row = 'name kind number place languages verifiedOn verifiedBy state gaps';
const question = `query ($id: ID!, $trust: ID) {
  reviewAnnex(roundId: $id, trustId: $trust) { isFrozen totalCount rows { ${row} } } }`;

interface Annex {
  readonly isFrozen: boolean;
  readonly totalCount: number;
  readonly rows: readonly {
    readonly name: string;
    readonly state: string;
    readonly gaps: string[];
  }[];
}

const lead = aViewer(Role.PROGRAMME_LEAD);

async function annexOf(world: World, id: string, trust: string | null, viewer = lead) {
  const { data, errors } = await world.ask<{ reviewAnnex: Annex }>(viewer, question, { id, trust });
  expect(errors).toBeUndefined();
  return data!.reviewAnnex;
}

describe('who asks for what is not theirs', () => {
  test('a round that there is not is not found; a reader is refused; another’s trust is empty', async ({
    world,
  }) => {
    const { other, editor } = await twoTrusts(world);
    const organisation = anOrganisation();
    await world.has(organisation);
    const id = await aRound(world, [{ organisation, trust: other }]);
    const code = async (viewer: Parameters<World['ask']>[0], of: string) =>
      (await world.ask(viewer, question, { id: of })).errors?.[0]?.extensions?.['code'];
    expect(await code(lead, crypto.randomUUID())).toBe('NOT_FOUND');
    expect(await code(aReader(), id)).toBe('FORBIDDEN');
    expect((await annexOf(world, id, other.id, editor)).rows).toEqual([]);
    expect((await annexOf(world, id, other.id)).totalCount).toBe(1);
  });
});

test('the overview of a trust tells of each what is known, and what is missing', async ({
  world,
}) => {
  const { one, lillestrom } = await twoTrusts(world);
  const somali = await world.em
    .fork({ keepTransactionContext: true })
    .findOneOrFail(Language, { code: 'so' });
  const whole = anOrganisation({
    name: 'Alt på plass',
    seat: lillestrom,
    languages: [somali],
    verifiedOn: '2026-11-10',
  });
  const bare = anOrganisation({ name: 'Bare navnet' });
  const free = anOrganisation({ name: 'Uten foretak' });
  await world.has(whole, bare, free, aContactPoint(whole, { value: '+4700123456' }));
  const id = await aRound(world, [
    { organisation: whole, trust: one, happened: ['sent'], outcome: 'confirmed' },
    { organisation: bare, trust: one, happened: ['sent'] },
    { organisation: free },
  ]);
  const annex = await annexOf(world, id, one.id);
  expect(annex).toEqual({
    isFrozen: false,
    totalCount: 2,
    rows: [
      {
        name: 'Alt på plass',
        kind: 'IMMIGRANT_ORGANISATION',
        number: null,
        place: 'Lillestrøm',
        languages: ['Somali'],
        verifiedOn: '2026-11-10',
        verifiedBy: 'PHONE',
        state: 'CONFIRMED',
        gaps: [],
      },
      expect.objectContaining({
        name: 'Bare navnet',
        state: 'SILENT',
        gaps: ['NOT_ANSWERED', 'NO_CONTACT', 'NO_LANGUAGE', 'NO_PLACE', 'NEVER_VERIFIED'],
      }),
    ],
  });
  expect(JSON.stringify(annex)).not.toContain('123456');
  expect((await annexOf(world, id, null)).rows.map(({ name }) => name)).toEqual(['Uten foretak']);
});

test('of a closed round it says what it said when it was closed, whatever comes later', async ({
  world,
}) => {
  const { one } = await twoTrusts(world);
  const [late, waiting] = [
    anOrganisation({ name: 'Sent ute' }),
    anOrganisation({ name: 'Venter' }),
  ];
  await world.has(late, waiting);
  const closedAt = '2026-11-20T12:00:00Z';
  const id = await aRound(
    world,
    [
      {
        organisation: late,
        trust: one,
        happened: ['sent'],
        outcome: 'confirmed',
        answeredAt: '2026-11-21T09:00:00Z',
      },
      { organisation: waiting, trust: one, happened: ['sent'], outcome: 'changed' },
    ],
    { closedAt },
  );
  await inTransaction(world.pool, (run) => takeSnapshot(run, id, 'end'));
  await world.pool.query(
    `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on, state, decided_at)
     values (gen_random_uuid(), $1, 'nb', 'name', '[]', 'x', '2026-11-10', '2026-11-10', 'accepted', '2026-11-21')`,
    [waiting.id],
  );
  await world.pool.query(`update organisation set name = 'Et annet navn'`);

  const { isFrozen, rows } = await annexOf(world, id, one.id);
  expect(isFrozen).toBe(true);
  expect(rows.map(({ name, state, gaps }) => [name, state, gaps.slice(0, 1), gaps.at(-1)])).toEqual(
    [
      ['Sent ute', 'SILENT', ['NOT_ANSWERED'], 'NEVER_VERIFIED'],
      ['Venter', 'CHANGED', ['NO_CONTACT'], 'OPEN_PROPOSAL'],
    ],
  );
});
