import fc from 'fast-check';
import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aRound, type Asked } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

const states = [
  'certain',
  'queued',
  'hindered',
  'failed',
  'bounced',
  'silent',
  'opened',
  'confirmed',
  'changed',
  'declined',
] as const;
type State = (typeof states)[number];
type Figures = Record<State | 'total' | 'sent', number>;

interface Progress {
  readonly total: Figures;
  readonly rows: readonly { key: string | null; name: string | null; figures: Figures }[];
}

const figures = `total sent ${states.join(' ')}`;
const question = `query ($id: ID!, $by: ProgressBy!, $trust: ID) {
  reviewProgress(roundId: $id, by: $by, trustId: $trust) { total { ${figures} } rows { key name figures { ${figures} } } } }`;

async function progressOf(
  world: World,
  id: string,
  by: string,
  { viewer = aViewer(Role.PROGRAMME_LEAD), trust = null as string | null } = {},
): Promise<Progress> {
  const { data, errors } = await world.ask<{ reviewProgress: Progress }>(viewer, question, {
    id,
    by,
    trust,
  });
  expect(errors).toBeUndefined();
  return data!.reviewProgress;
}

describe('who asks for what is not theirs', () => {
  const code = async (world: World, viewer: Parameters<World['ask']>[0], id: string) => {
    const { errors } = await world.ask(viewer, question, { id, by: 'TRUST' });
    return errors?.[0]?.extensions?.['code'];
  };

  test('a round that there is not is not found, nor what is no identifier', async ({ world }) => {
    const lead = aViewer(Role.PROGRAMME_LEAD);
    expect(await code(world, lead, crypto.randomUUID())).toBe('NOT_FOUND');
    expect(await code(world, lead, 'runden i fjor')).toBe('NOT_FOUND');
  });

  test('a reader is refused, and a stranger asked to sign in', async ({ world }) => {
    const id = await aRound(world, []);
    expect(await code(world, aReader(), id)).toBe('FORBIDDEN');
    expect(await code(world, null, id)).toBe('UNAUTHENTICATED');
  });

  test('of a row that there is not nobody is listed, and it is said why', async ({ world }) => {
    const id = await aRound(world, []);
    for (const [by, key] of [
      ['TRUST', 'Ahus'],
      ['MUNICIPALITY', '9999'],
      ['KIND', 'CLUB'],
    ]) {
      const { errors } = await world.ask(
        aViewer(Role.PROGRAMME_LEAD),
        `query ($id: ID!, $by: ProgressBy, $key: ID) { reviewRequests(roundId: $id, by: $by, key: $key) { totalCount } }`,
        { id, by, key },
      );
      expect(errors?.[0]?.extensions?.['fields']).toEqual({ key: 'UNKNOWN' });
    }
  });

  test('a trust that has no part in it has no figures', async ({ world }) => {
    const { one, other } = await twoTrusts(world);
    const organisation = anOrganisation();
    await world.has(organisation);
    const id = await aRound(world, [{ organisation, trust: one }]);
    const { total, rows } = await progressOf(world, id, 'KIND', { trust: other.id });
    expect([total.total, rows]).toEqual([0, []]);
    expect((await progressOf(world, id, 'KIND', { trust: one.id })).total.total).toBe(1);
  });
});

test('a round of nobody has nothing but noughts', async ({ world }) => {
  const { total, rows } = await progressOf(world, await aRound(world, []), 'TRUST');
  expect(rows).toEqual([]);
  expect(new Set(Object.values(total))).toEqual(new Set([0]));
});

test('rows are called what they are, in the language of the question, those of whom nothing is known last', async ({
  world,
}) => {
  const { one, grorud, lillestrom } = await twoTrusts(world);
  const [first, second, third] = [
    anOrganisation({ seat: grorud, kind: OrganisationKind.FAITH_COMMUNITY }),
    anOrganisation({ seat: lillestrom }),
    anOrganisation(),
  ];
  await world.has(first, second, third);
  const id = await aRound(world, [
    { organisation: first, trust: one, language: 'so' },
    { organisation: second, trust: one, language: 'so' },
    { organisation: third },
  ]);
  const named = async (by: string) =>
    (await progressOf(world, id, by)).rows.map(({ key, name }) => [key, name]);
  expect(await named('TRUST')).toEqual([
    [one.id, 'Prøve universitetssykehus'],
    [null, null],
  ]);
  // A city district is told with its municipality.
  expect(await named('MUNICIPALITY')).toEqual([
    ['3205', 'Lillestrøm'],
    ['0301', 'Oslo'],
    [null, null],
  ]);
  expect(await named('KIND')).toEqual([
    ['IMMIGRANT_ORGANISATION', 'Innvandrerorganisasjon'],
    ['FAITH_COMMUNITY', 'Tros- og livssynssamfunn'],
  ]);
  expect(await named('LANGUAGE')).toEqual([
    ['so', 'Somali'],
    ['nb', 'Bokmål'],
  ]);
});

test('the figures of an edition are those of its time, whoever moves later', async ({ world }) => {
  const { drammen, lillestrom } = await twoTrusts(world);
  const organisation = anOrganisation({ seat: lillestrom });
  await world.has(organisation);
  const id = await aRound(world, [{ organisation }]);
  await world.pool.query(`update organisation set seat_number = $1, kind = 'informal_group'`, [
    drammen.number,
  ]);
  expect((await progressOf(world, id, 'MUNICIPALITY')).rows[0]?.name).toBe('Lillestrøm');
  expect((await progressOf(world, id, 'KIND')).rows[0]?.key).toBe('IMMIGRANT_ORGANISATION');
});

async function listed(
  world: World,
  viewer: Viewer,
  which: Record<string, unknown>,
): Promise<number | undefined> {
  const { data } = await world.ask<{ reviewRequests: { totalCount: number; nodes: object[] } }>(
    viewer,
    `query ($id: ID!, $by: ProgressBy, $key: ID, $states: [ReviewRequestState!]) {
      reviewRequests(roundId: $id, by: $by, key: $key, states: $states, first: 100) { totalCount nodes { id } } }`,
    which,
  );
  expect(data?.reviewRequests.nodes).toHaveLength(data!.reviewRequests.totalCount);
  return data?.reviewRequests.totalCount;
}

/** In which state one is, worked out in the plainest way. */
function stateOf({ outcome, hindrance, happened = [] }: Asked): State {
  if (outcome) return outcome;
  if (hindrance) return hindrance === 'certain' ? 'certain' : 'hindered';
  if (happened.includes('bounced')) return 'bounced';
  if (happened.includes('opened')) return 'opened';
  if (happened.includes('sent')) return 'silent';
  return happened.includes('failed') ? 'failed' : 'queued';
}

const codes: Readonly<Record<string, string>> = {
  lillestrom: '3205',
  drammen: '3301',
  grorud: '0301',
};

const drawn = fc.array(
  fc.record({
    trust: fc.constantFrom('one', 'other', null),
    place: fc.constantFrom('lillestrom', 'drammen', 'grorud', null),
    kind: fc.constantFrom(OrganisationKind.IMMIGRANT_ORGANISATION, OrganisationKind.INFORMAL_GROUP),
    language: fc.constantFrom('nb', 'so', 'ar'),
    hindrance: fc.constantFrom(null, null, null, 'no_address', 'certain', 'objected'),
    happened: fc.subarray(['sent', 'failed', 'bounced', 'opened'] as const),
    outcome: fc.constantFrom(null, null, 'confirmed', 'changed', 'declined'),
  } as const),
  { maxLength: 30 },
);

test('each request is counted once, whatever it is told apart by, and as whoever counts on their fingers', async ({
  world,
}) => {
  const { one, other, editor, ...places } = await twoTrusts(world);
  const trusts = { one, other };
  await fc.assert(
    fc.asyncProperty(drawn, async (draws) => {
      const requests = draws.map(({ trust, place, kind, ...rest }) => ({
        ...rest,
        trust: trust && trusts[trust],
        organisation: anOrganisation({ kind, seat: place && places[place] }),
      }));
      await world.has(...requests.map(({ organisation }) => organisation));
      const id = await aRound(world, requests);
      const keyOf: Record<string, (at: number) => string | null> = {
        TRUST: (at) => requests[at]!.trust?.id ?? null,
        MUNICIPALITY: (at) => codes[draws[at]!.place ?? ''] ?? null,
        KIND: (at) => draws[at]!.kind.toUpperCase(),
        LANGUAGE: (at) => draws[at]!.language,
      };
      for (const viewer of [aViewer(Role.PROGRAMME_LEAD), editor]) {
        const seen = [...requests.keys()].filter(
          (at) => viewer.scope === null || draws[at]!.trust === 'one',
        );
        const expected = (those: readonly number[]) =>
          Object.fromEntries([
            ['total', those.length],
            ['sent', those.filter((at) => draws[at]!.happened.includes('sent')).length],
            ...states.map((state) => [
              state,
              those.filter((at) => stateOf(requests[at]!) === state).length,
            ]),
          ]);
        for (const [by, of] of Object.entries(keyOf)) {
          const { total, rows } = await progressOf(world, id, by, { viewer });
          expect(total).toEqual(expected(seen));
          expect(new Map(rows.map(({ key, figures: told }) => [key, told]))).toEqual(
            new Map([...Map.groupBy(seen, of)].map(([key, those]) => [key, expected(those)])),
          );
          expect(states.reduce((sum, state) => sum + total[state], 0)).toBe(total.total);
          const [row] = rows;
          if (!row) continue;
          // The list behind a figure is as long as the figure says.
          for (const state of states) {
            const which = { id, by, key: row.key, states: [state.toUpperCase()] };
            expect([state, await listed(world, viewer, which)]).toEqual([
              state,
              row.figures[state],
            ]);
          }
        }
      }
    }),
    { numRuns: 6 },
  );
});
