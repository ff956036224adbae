import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCatchment, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { layOutForToday } from '#server/review/deadline/layOutDeadlines.ts';
import { certainOf } from '#server/review/round/certainOf.ts';
import { aCoordinator, anEditor, aReader, aViewer } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';

const effect = '{ organisations fresh due stale }';
const set = `mutation ($input: SetReviewDeadlineInput!) { setReviewDeadline(input: $input) ${effect} }`;
const remove = `mutation ($input: RemoveReviewDeadlineInput!) { removeReviewDeadline(input: $input) ${effect} }`;
const preview = `query ($input: DeadlineInput!) { deadlineEffect(input: $input) ${effect} }`;
const list = `{ reviewDeadlines { others viewerMaySetForAll deadlines { trustName kind months organisations viewerMayChange }
  history { trustName kind before after at by } } }`;

const aLead = (scope: Viewer['scope'] = null): Viewer => ({
  ...aViewer(Role.PROGRAMME_LEAD),
  scope,
});
const area = (world: World, code: string) => world.em.findOneOrFail(Area, { code });

async function answer<Data>(world: World, document: string, variables: object, viewer = aLead()) {
  const { data, errors } = await world.ask<Data>(viewer, document, variables as never);
  expect(errors).toBeUndefined();
  return data!;
}
const write = async (world: World, input: object) =>
  (await answer<{ setReviewDeadline: object }>(world, set, { input })).setReviewDeadline;
const refusal = async (
  world: World,
  document: string,
  input: object,
  viewer: Viewer | null = aLead(),
) => (await world.ask(viewer, document, { input })).errors?.[0]?.extensions;

/** The deadline, in months, of each organisation by its name; and that its entry in the directory says the same. */
async function monthsOf(world: World, ...organisations: Organisation[]): Promise<number[]> {
  const { rows } = await world.pool.query<{ id: string; own: number; entry: number | null }>(
    `select o.id, o.due_months as own, e.due_months as entry from organisation o left join directory_entry e on e.id = o.id
     where o.id = any($1)`,
    [organisations.map(({ id }) => id)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return organisations.map(({ id }) => {
    const { own = 0, entry = null } = byId.get(id) ?? {};
    expect(entry).toBe(own);
    return own;
  });
}

/** A trust that answers for Oslo, a congregation and an association there, and a congregation in Bergen. */
async function aScene(world: World) {
  const [oslo, bergen] = await Promise.all([area(world, '0301'), area(world, '4601')]);
  const trust = anOrganisation({
    name: 'Prøve HF',
    kind: OrganisationKind.HEALTH_TRUST,
    seat: oslo,
  });
  const faith = OrganisationKind.FAITH_COMMUNITY;
  const inOslo = { servedAreas: [oslo], verifiedOn: '2025-11-22' };
  const congregation = anOrganisation({ name: 'Oslo menighet', kind: faith, ...inOslo });
  const association = anOrganisation({ name: 'Oslo forening', ...inOslo });
  const elsewhere = anOrganisation({
    name: 'Bergen menighet',
    kind: faith,
    servedAreas: [bergen],
    verifiedOn: '2024-05-22',
  });
  await world.has(trust, congregation, association, elsewhere);
  await world.has(aCatchment(oslo, trust));
  return { trust, oslo, bergen, all: [congregation, association, elsewhere] as const };
}

const none = { organisations: 0, fresh: 0, due: 0, stale: 0 };

test('the most particular deadline holds: of a trust and a kind, of the trust, of the kind, of all', async ({
  world,
}) => {
  const { trust, all } = await aScene(world);
  expect(await monthsOf(world, ...all)).toEqual([24, 24, 24]);
  await write(world, { months: 30 });
  expect(await monthsOf(world, ...all)).toEqual([30, 30, 30]);
  await write(world, { kind: 'FAITH_COMMUNITY', months: 18 });
  expect(await monthsOf(world, ...all)).toEqual([18, 30, 18]);
  // Where a trust and a kind differ, the trust's holds.
  await write(world, { trustId: trust.id, months: 12 });
  expect(await monthsOf(world, ...all)).toEqual([12, 12, 18]);
  await write(world, { trustId: trust.id, kind: 'FAITH_COMMUNITY', months: 6 });
  expect(await monthsOf(world, ...all)).toEqual([6, 12, 18]);

  const { reviewDeadlines: told } = await answer<{
    reviewDeadlines: { deadlines: { months: number; organisations: number }[]; history: object[] };
  }>(world, list, {});
  expect(told.deadlines.map(({ months, organisations }) => [months, organisations])).toEqual([
    // The trust itself is one of its own.
    [30, expect.any(Number)],
    [18, 1],
    [12, 2],
    [6, 1],
  ]);
  expect(told.history).toHaveLength(4);
  expect(told.history).toContainEqual(
    expect.objectContaining({
      trustName: 'Prøve HF',
      kind: 'FAITH_COMMUNITY',
      before: null,
      after: 6,
    }),
  );

  await answer(world, remove, { input: { trustId: trust.id, seen: 12 } });
  expect(await monthsOf(world, ...all)).toEqual([6, 30, 18]);
});

test('what it means is counted before, is what then happens, and is taken back by the opposite', async ({
  world,
}) => {
  const { trust, all } = await aScene(world);
  const input = { trustId: trust.id, months: 12 };
  // Verified a year ago today: due now. The trust itself was never verified, and gets the deadline all the same.
  const expected = { organisations: 3, fresh: 0, due: 2, stale: 0 };
  expect(await answer(world, preview, { input })).toEqual({ deadlineEffect: expected });
  expect(await monthsOf(world, ...all)).toEqual([24, 24, 24]);
  expect(await write(world, input)).toEqual(expected);
  expect(await write(world, { ...input, months: 6, seen: 12 })).toEqual({
    ...none,
    organisations: 3,
    stale: 2,
  });
  const back = { trustId: trust.id };
  expect(await answer(world, preview, { input: back })).toEqual({
    deadlineEffect: { ...none, organisations: 3, fresh: 2 },
  });
  expect(await answer(world, remove, { input: { ...back, seen: 6 } })).toEqual({
    removeReviewDeadline: { ...none, organisations: 3, fresh: 2 },
  });
  expect(await monthsOf(world, ...all)).toEqual([24, 24, 24]);
});

test('an organisation that is made, moves or becomes another kind goes by the deadline of what it is then', async ({
  world,
}) => {
  const { trust, oslo, all } = await aScene(world);
  const [congregation, , elsewhere] = all;
  await write(world, { trustId: trust.id, months: 12 });
  await write(world, { kind: 'FAITH_COMMUNITY', months: 30 });
  const made = anOrganisation({ name: 'Ny', servedAreas: [oslo] });
  await world.has(made);
  expect(await monthsOf(world, made, elsewhere)).toEqual([12, 30]);

  const edit =
    'mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id freshness { dueOn } } }';
  const edited = (organisation: Organisation, version: number, fields: object) =>
    answer<{ editOrganisation: { freshness: { dueOn: string } } }>(world, edit, {
      input: { id: organisation.id, expectedVersion: version, ...fields },
    });
  const moved = await edited(elsewhere, 1, { servedAreas: ['0301'] });
  expect(moved.editOrganisation.freshness.dueOn).toBe('2025-05-22');
  const back = await edited(elsewhere, 2, { servedAreas: ['4601'], kind: 'INFORMAL_GROUP' });
  expect(back.editOrganisation.freshness.dueOn).toBe('2026-05-22');
  expect(await monthsOf(world, elsewhere, congregation)).toEqual([24, 12]);
});

test('a day on which a trust takes over a place is a day on which its deadline holds there', async ({
  world,
}) => {
  const { trust, bergen, all } = await aScene(world);
  await write(world, { trustId: trust.id, months: 12 });
  await world.has(aCatchment(bergen, trust, { since: '2026-11-24' }));
  await layOutForToday(world.pool, '2026-11-23');
  expect(await monthsOf(world, ...all)).toEqual([12, 12, 24]);
  await layOutForToday(world.pool, '2026-11-24');
  expect(await monthsOf(world, ...all)).toEqual([12, 12, 12]);
});

test('searches, lists and pages go by the own deadline, on the day itself and not the day before', async ({
  world,
}) => {
  const { oslo } = await aScene(world);
  const kind = OrganisationKind.PATIENT_ORGANISATION;
  const patients = anOrganisation({
    name: 'Solsikken',
    kind,
    servedAreas: [oslo],
    verifiedOn: '2026-05-22',
  });
  await world.has(patients);
  const pages = async () => {
    const { data, errors } = await world.ask<{
      organisation: { freshness: object };
      search: { nodes: { organisation: { name: string }; freshness: object }[] };
      workItems: { nodes: { organisation: { name: string } | null }[] };
    }>(
      anEditor(),
      `query ($id: ID!) { organisation(id: $id) { freshness { state dueOn verifiedOn } }
        search(text: "solsikken", filter: { freshness: [DUE] }) { nodes { ... on OrganisationHit {
          organisation { name } freshness { state dueOn verifiedOn } } } }
        workItems(kinds: [DUE]) { nodes { organisation { name } } } }`,
      { id: patients.id },
    );
    expect(errors).toBeUndefined();
    return data!;
  };
  const isCertain = async () =>
    (await certainOf(world.pool, [patients.id], today)).has(patients.id);
  const names = (nodes: { organisation: { name: string } | null }[]) =>
    nodes.map(({ organisation }) => organisation?.name);

  await write(world, { kind: 'PATIENT_ORGANISATION', months: 7 });
  const before = await pages();
  expect(before.organisation.freshness).toMatchObject({ state: 'FRESH', dueOn: '2026-12-22' });
  expect(before.search.nodes).toEqual([]);
  expect(names(before.workItems.nodes)).toEqual(['Bergen menighet']);
  expect(await isCertain()).toBe(true);

  // Six months ago today: due today.
  await write(world, { kind: 'PATIENT_ORGANISATION', months: 6, seen: 7 });
  const due = { state: 'DUE', dueOn: today, verifiedOn: '2026-05-22' };
  const after = await pages();
  expect(after.organisation.freshness).toEqual(due);
  expect(after.search.nodes).toEqual([{ organisation: { name: 'Solsikken' }, freshness: due }]);
  expect(names(after.workItems.nodes)).toEqual(['Bergen menighet', 'Solsikken']);
  // Whoever asks what is uncertain asks it now.
  expect(await isCertain()).toBe(false);
});

test('a deadline that is none, a trust that is none and a rule that somebody else has changed are refused, and nothing is written', async ({
  world,
}) => {
  const { trust, all } = await aScene(world);
  for (const months of [0, 5, 37, 600, -1]) {
    for (const document of [set, preview]) {
      expect(await refusal(world, document, { months }), String(months)).toEqual({
        code: 'INVALID_INPUT',
        fields: { months: 'FROM_6_TO_36' },
      });
    }
  }
  const unknown = { code: 'INVALID_INPUT', fields: { trustId: 'UNKNOWN_TRUST' } };
  for (const trustId of ['Oslo', crypto.randomUUID(), all[0].id]) {
    expect(await refusal(world, set, { trustId, months: 12 }), trustId).toEqual(unknown);
    expect(await refusal(world, remove, { trustId, seen: 12 }), trustId).toEqual(unknown);
  }
  expect(await refusal(world, set, { kind: 'ANYTHING', months: 12 })).toBeDefined();
  const tooLate = { code: 'CONFLICT', reason: 'DEADLINE_HAS_CHANGED' };
  expect(await refusal(world, remove, { trustId: trust.id, seen: 12 })).toMatchObject(tooLate);
  await write(world, { trustId: trust.id, months: 12 });
  expect(await refusal(world, set, { trustId: trust.id, months: 6 })).toMatchObject(tooLate);
  expect(await refusal(world, set, { trustId: trust.id, months: 6, seen: 13 })).toMatchObject(
    tooLate,
  );
  expect(await monthsOf(world, ...all)).toEqual([12, 12, 24]);
});

test('whoever leads the programme sets deadlines, of every trust only who leads it in the whole country', async ({
  world,
}) => {
  const { trust, oslo, bergen } = await aScene(world);
  const ofTrust = { trustId: trust.id, months: 12 };
  for (const viewer of [null, aReader(), anEditor(), aCoordinator(), aViewer(Role.ADMINISTRATOR)]) {
    const code = viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect(await refusal(world, set, ofTrust, viewer)).toMatchObject({ code });
    expect(await refusal(world, preview, ofTrust, viewer)).toMatchObject({ code });
    expect((await world.ask(viewer, list)).errors?.[0]?.extensions).toMatchObject({ code });
  }
  const [ours, theirs] = [aLead(new Set([oslo.number])), aLead(new Set([bergen.number]))];
  const forbidden = { code: 'FORBIDDEN' };
  expect(await refusal(world, set, { months: 12 }, ours)).toMatchObject(forbidden);
  expect(await refusal(world, set, { kind: 'INFORMAL_GROUP', months: 12 }, ours)).toMatchObject(
    forbidden,
  );
  expect(await refusal(world, set, ofTrust, theirs)).toMatchObject(forbidden);
  await answer(world, set, { input: ofTrust }, ours);
  const whatMay = async (viewer: Viewer) =>
    (
      await answer<{
        reviewDeadlines: { viewerMaySetForAll: boolean; deadlines: { viewerMayChange: boolean }[] };
      }>(world, list, {}, viewer)
    ).reviewDeadlines;
  expect(await whatMay(ours)).toMatchObject({
    viewerMaySetForAll: false,
    deadlines: [{ viewerMayChange: true }],
  });
  expect(await whatMay(theirs)).toMatchObject({ deadlines: [{ viewerMayChange: false }] });
  expect(await whatMay(aLead())).toMatchObject({ viewerMaySetForAll: true });
});
