import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aLead, madeRound } from '#test/review/round/roundExamples.ts';
import { aCoordinator, anEditor, aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const lift = `mutation ($input: LiftQuietRuleInput!) { liftQuietRule(input: $input) { id } }`;
const restore = `mutation ($input: RestoreQuietRuleInput!) { restoreQuietRule(input: $input) { id } }`;
const rulesOf = `query ($id: ID!) { quietRulesOf(organisationId: $id) { id objectedOn pausedUntil viewerMayLift } }`;
const all = `{ quietRules { id organisationName } }`;
const dryRun = `query ($id: ID!) { dryRunReviewRound(id: $id) { reached hindered { hindrance count } } }`;
const reason = 'Lederen ringte: de vil være med igjen.';

interface Quiet {
  readonly objectedOn?: string;
  readonly pausedUntil?: string;
}

/** An organisation with an address, and what it has said of being written to. */
async function leftAlone(world: World, name: string, quiet: Quiet) {
  const organisation = anOrganisation({ name });
  const value = 'fred@example.org';
  const point = aContactPoint(organisation, { channel: ContactChannel.EMAIL, value });
  await world.has(organisation, point);
  const id = crypto.randomUUID();
  await world.pool.query(
    `insert into quiet_rule (id, organisation_id, objected_on, paused_until, noted_at) values ($1, $2, $3, $4, '2026-11-01T10:00:00Z')`,
    [id, organisation.id, quiet.objectedOn ?? null, quiet.pausedUntil ?? null],
  );
  await world.pool.query(
    `insert into mail_stop (id, address_hash, purpose, record_kind, contact_point_id, since, through)
     values (gen_random_uuid(), $2::text, 'review', 'organisation', $1, '2026-11-01T10:00:00Z', 'letter')`,
    [point.id, `hash of ${name}`],
  );
  return { id, organisationId: organisation.id };
}

async function refusal(world: World, viewer: Viewer | null, document: string, input: object) {
  const { errors } = await world.ask(viewer, document, { input });
  return errors?.[0]?.extensions;
}

const stillStopped = async ({ pool }: World) =>
  (await pool.query('select from mail_stop where lifted_with is null')).rowCount;

test('who does not answer for them lifts nothing, and neither does who says not who told them', async ({
  world,
}) => {
  const { id, organisationId } = await leftAlone(world, 'Fredelig', { objectedOn: '2026-11-01' });
  for (const viewer of [null, aReader(), aCoordinator()]) {
    const code = viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect(await refusal(world, viewer, lift, { id, reason })).toMatchObject({ code });
    expect(await refusal(world, viewer, restore, { id })).toMatchObject({ code });
  }
  expect((await world.ask(aCoordinator(), all)).errors?.[0]?.extensions?.['code']).toBe(
    'FORBIDDEN',
  );
  const elsewhere = { ...anEditor(), scope: new Set([4601]) };
  await world.pool.query(`update organisation set served_areas = '{3}' where id = $1`, [
    organisationId,
  ]);
  expect(await refusal(world, elsewhere, lift, { id, reason })).toMatchObject({
    code: 'FORBIDDEN',
  });
  for (const [said, why] of [
    [' … ', 'REQUIRED'],
    ['x'.repeat(501), 'TOO_LONG'],
    ['Ring 01017000027', 'NATIONAL_IDENTITY_NUMBER_IN_TEXT'],
  ] as const) {
    expect(await refusal(world, anEditor(), lift, { id, reason: said })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { reason: why },
    });
  }
  for (const other of [crypto.randomUUID(), 'fred']) {
    for (const document of [lift, restore]) {
      expect(await refusal(world, anEditor(), document, { id: other, reason })).toBeDefined();
    }
  }
  expect(await refusal(world, anEditor(), lift, { id: 'fred', reason })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const { data } = await world.ask(aCoordinator(), rulesOf, { id: organisationId });
  expect(data).toEqual({
    quietRulesOf: [{ id, objectedOn: '2026-11-01', pausedUntil: null, viewerMayLift: false }],
  });
  expect(await stillStopped(world)).toBe(1);
});

test('what is lifted lets the next round write to them, stands in their history, and is taken back', async ({
  world,
}) => {
  const objecting = await leftAlone(world, 'Alfa', { objectedOn: '2026-11-01' });
  const pausing = await leftAlone(world, 'Beta', { pausedUntil: '2027-11-01' });
  const over = await leftAlone(world, 'Gamma', { pausedUntil: '2026-11-22' });
  const draft = await madeRound(world, { asks: 'ALL' });
  const expected = async () => (await world.ask(aLead(), dryRun, { id: draft })).data;
  const of = (...hindered: string[]) => ({
    dryRunReviewRound: {
      reached: 3 - hindered.length,
      hindered: expect.arrayContaining(hindered.map((hindrance) => ({ hindrance, count: 1 }))),
    },
  });
  expect(await expected()).toEqual(of('OBJECTED', 'PAUSED'));
  const officer = aViewer(Role.PRIVACY_OFFICER);
  expect((await world.ask(officer, all)).data).toMatchObject({
    quietRules: expect.arrayContaining(
      ['Alfa', 'Beta'].map((organisationName) => expect.objectContaining({ organisationName })),
    ),
  });
  // What no longer holds is nothing to lift.
  expect(await refusal(world, officer, lift, { id: over.id, reason })).toMatchObject({
    reason: 'ALREADY_DONE',
  });

  expect(await refusal(world, officer, lift, { id: objecting.id, reason })).toBeUndefined();
  expect(await refusal(world, anEditor(), lift, { id: pausing.id, reason })).toBeUndefined();
  expect(await expected()).toEqual(of());
  expect(await stillStopped(world)).toBe(1);
  expect((await world.ask(officer, all)).data).toEqual({ quietRules: [] });
  expect(await refusal(world, aLead(), lift, { id: pausing.id, reason })).toMatchObject({
    reason: 'ALREADY_DONE',
  });
  const { data } = await world.ask(
    anEditor(),
    `query ($id: ID!) { organisation(id: $id) { history(first: 1) { nodes { verb reason fields { field before after } } } } }`,
    { id: objecting.organisationId },
  );
  expect(data).toEqual({
    organisation: {
      history: {
        nodes: [
          {
            verb: 'liftQuietRule',
            reason,
            fields: [{ field: 'objectedOn', before: '2026-11-01', after: null }],
          },
        ],
      },
    },
  });

  const input = { id: objecting.id };
  expect(await refusal(world, aLead(), restore, input)).toBeUndefined();
  expect(await refusal(world, aLead(), restore, input)).toBeUndefined();
  expect(await expected()).toEqual(of('OBJECTED'));
  expect(await stillStopped(world)).toBe(2);
  // They have asked anew since: that is what holds.
  await world.pool.query(
    `insert into quiet_rule (id, organisation_id, paused_until, noted_at)
     values (gen_random_uuid(), $1, '2028-01-01', '2030-01-01T10:00:00Z')`,
    [pausing.organisationId],
  );
  expect(await refusal(world, aLead(), restore, { id: pausing.id })).toMatchObject({
    reason: 'CHANGED_SINCE',
  });
});
