import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ProposalKind } from '#schema/directory/register/ProposalKind.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { type Answer, test, type World } from '#test/support/world.ts';
import { aProposal } from './aProposal.ts';

const someone = (name: string, more: Partial<Viewer> = {}): Viewer => ({
  ...aViewer(Role.EDITOR, name),
  id: crypto.randomUUID(),
  ...more,
});
const ragnar = someone('Ragnar');

const decide = `mutation ($input: DecideProposalInput!) {
  decideProposal(input: $input) { id version state decidedBy reason organisation { name closedOn seat { code } names { name use } version } viewerMay { decide reopen } }
}`;
const reopen = `mutation ($input: ReopenProposalInput!) {
  reopenProposal(input: $input) { id version state decidedBy organisation { name names { name } } }
}`;

const say = (world: World, id: string, more: object = {}, viewer: Viewer | null = ragnar) =>
  world.ask<{ decideProposal: Record<string, unknown> }>(viewer, decide, {
    input: { id, expectedVersion: 1, decision: 'ACCEPT', ...more },
  });

const refusalOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions;

async function aScene(world: World): Promise<{ organisation: Organisation; id: string }> {
  const oslo = await world.em.findOneOrFail(Area, { code: '0301' });
  const organisation = anOrganisation({ name: 'Kvinneforeningen', seat: oslo });
  await world.has(organisation);
  return { organisation, id: await aProposal(world, organisation) };
}

const stateOf = async (world: World, id: string) => {
  const { rows } = await world.pool.query<{ state: string; name: string; version: number }>(
    `select p.state, o.name, o.version from register_proposal p join organisation o on o.id = p.organisation_id where p.id = $1`,
    [id],
  );
  return rows[0];
};

test('whoever may not correct the organisation decides nothing', async ({ world }) => {
  const { id } = await aScene(world);
  const bergen = await world.em.findOneOrFail(Area, { code: '4601' });
  const elsewhere = someone('Siri', { scope: new Set([bergen.number]) });
  for (const [viewer, code] of [
    [null, 'UNAUTHENTICATED'],
    [aReader(), 'FORBIDDEN'],
    [aViewer(Role.COORDINATOR), 'FORBIDDEN'],
    [elsewhere, 'FORBIDDEN'],
  ] as const) {
    expect(refusalOf(await say(world, id, {}, viewer))).toMatchObject({ code });
  }
  expect(refusalOf(await say(world, crypto.randomUUID()))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stateOf(world, id)).toEqual({ state: 'open', name: 'Kvinneforeningen', version: 1 });
});

test('what will not do is said at its field, and nothing is done', async ({ world }) => {
  const { id } = await aScene(world);
  expect(refusalOf(await say(world, id, { decision: 'REFUSE' }))).toMatchObject({
    fields: { reason: 'REQUIRED' },
  });
  expect(
    refusalOf(await say(world, id, { name: ' … ', seat: '9999', closedOn: '2027-01-01' })),
  ).toMatchObject({ fields: { name: 'REQUIRED', seat: 'UNKNOWN', closedOn: 'IN_THE_FUTURE' } });
  expect(refusalOf(await say(world, id, { name: 'x'.repeat(201) }))).toMatchObject({
    fields: { name: 'TOO_LONG' },
  });
  expect(await stateOf(world, id)).toMatchObject({ state: 'open', version: 1 });
});

test('what is taken is written, with the old name kept, and told in the history', async ({
  world,
}) => {
  const { id, organisation } = await aScene(world);
  const { data } = await say(world, id, { reason: 'Stemmer' });
  expect(data?.decideProposal).toMatchObject({
    state: 'ACCEPTED',
    version: 2,
    decidedBy: 'Ragnar',
    organisation: {
      name: 'Somaliske Kvinner',
      names: [{ name: 'Kvinneforeningen', use: 'FORMER' }],
      version: 2,
    },
    viewerMay: { decide: false, reopen: true },
  });
  const { rows } = await world.pool.query('select verb, reason from change where record_id = $1', [
    organisation.id,
  ]);
  expect(rows).toEqual([{ verb: 'decideProposal', reason: 'Stemmer' }]);
});

test('what is put right in it is written instead, and it is said to be adjusted', async ({
  world,
}) => {
  const { id } = await aScene(world);
  const { data } = await say(world, id, {
    name: 'Somaliske kvinner i Oslo',
    closedOn: '2026-11-01',
  });
  expect(data?.decideProposal).toMatchObject({
    state: 'ADJUSTED',
    organisation: {
      name: 'Somaliske kvinner i Oslo',
      closedOn: '2026-11-01',
      names: [{ name: 'Kvinneforeningen' }],
    },
  });
});

test('to keep the name that it has writes nothing', async ({ world }) => {
  const { id } = await aScene(world);
  const { data } = await say(world, id, { name: 'Kvinneforeningen' });
  expect(data?.decideProposal).toMatchObject({
    state: 'ADJUSTED',
    organisation: { version: 1, names: [] },
  });
});

test('what asks for nothing is taken note of, or answered with a last day', async ({ world }) => {
  const { organisation } = await aScene(world);
  const bankrupt = {
    kind: ProposalKind.BANKRUPT,
    fields: [],
    evidence: [{ fact: 'isBankrupt', before: 'false', after: 'true' }],
  };
  const id = await aProposal(world, organisation, bankrupt);
  expect((await say(world, id)).data?.decideProposal).toMatchObject({
    state: 'ACCEPTED',
    organisation: { version: 1 },
  });

  const closing = await aProposal(world, organisation, { ...bankrupt, kind: ProposalKind.CLOSING });
  expect(
    (await say(world, closing, { closedOn: '2026-11-20' })).data?.decideProposal,
  ).toMatchObject({
    state: 'ADJUSTED',
    organisation: { closedOn: '2026-11-20', version: 2 },
  });
});

test('a no writes nothing, and says why', async ({ world }) => {
  const { id } = await aScene(world);
  const { data } = await say(world, id, { decision: 'REFUSE', reason: 'De bruker det gamle' });
  expect(data?.decideProposal).toMatchObject({
    state: 'REFUSED',
    reason: 'De bruker det gamle',
    organisation: { name: 'Kvinneforeningen', version: 1 },
  });
});

test('of two who decide, the second hears who was first, and what they said', async ({ world }) => {
  const { id } = await aScene(world);
  await say(world, id, { decision: 'REFUSE', reason: 'Nei' });
  const late = await say(world, id, {}, someone('Live'));
  expect(refusalOf(late)).toMatchObject({
    code: 'CONFLICT',
    reason: 'PROPOSAL_IS_CLOSED',
    changes: [{ state: 'REFUSED', by: 'Ragnar', reason: 'Nei' }],
  });
});

test('at once, one of them is first', async ({ committed: world }) => {
  const { id } = await aScene(world);
  const answers = await Promise.all(
    ['Ragnar', 'Live', 'Siri', 'Ola'].map((name) =>
      say(world, id, { name: `Navn fra ${name}` }, someone(name)),
    ),
  );
  expect(answers.filter(({ data }) => data?.decideProposal)).toHaveLength(1);
  expect(await stateOf(world, id)).toMatchObject({ version: 2 });
  expect((await world.pool.query('select from change')).rowCount).toBe(1);
});

test('what somebody has changed by hand is theirs: the proposal says that it is overtaken by that', async ({
  world,
}) => {
  const { id, organisation } = await aScene(world);
  await world.pool.query(
    `update organisation set name = 'Nytt navn', version = version + 1 where id = $1`,
    [organisation.id],
  );
  expect(refusalOf(await say(world, id))).toMatchObject({
    reason: 'PROPOSAL_IS_CLOSED',
    changes: [{ state: 'EDITED' }],
  });
  expect(await stateOf(world, id)).toMatchObject({ name: 'Nytt navn' });
});

test('what somebody else is on to is not decided meanwhile', async ({ world }) => {
  const { id } = await aScene(world);
  await world.pool.query(
    `insert into work_claim values ('proposal', $1, $2, 'Live', '2026-11-22T12:30:00Z')`,
    [id, crypto.randomUUID()],
  );
  expect(refusalOf(await say(world, id))).toMatchObject({
    reason: 'TAKEN',
    changes: [{ by: 'Live', until: '2026-11-22T12:30:00.000Z' }],
  });
  await world.pool.query(`update work_claim set expires_at = '2026-11-22T11:59:00Z'`);
  expect((await say(world, id)).data?.decideProposal).toMatchObject({ state: 'ACCEPTED' });
});

test('a decision is taken back, with what it wrote, and is to be made again', async ({ world }) => {
  const { id } = await aScene(world);
  await say(world, id);
  const { data } = await world.ask<{ reopenProposal: object }>(ragnar, reopen, {
    input: { id, expectedVersion: 2 },
  });
  expect(data?.reopenProposal).toMatchObject({
    state: 'OPEN',
    version: 3,
    decidedBy: null,
    organisation: { name: 'Kvinneforeningen', names: [] },
  });
  expect(
    (await say(world, id, { expectedVersion: 3, decision: 'REFUSE', reason: 'Nei' })).data
      ?.decideProposal,
  ).toMatchObject({ state: 'REFUSED' });
  const again = await world.ask<{ reopenProposal: object }>(ragnar, reopen, {
    input: { id, expectedVersion: 4 },
  });
  expect(again.data?.reopenProposal).toMatchObject({ state: 'OPEN', version: 5 });
});

test('what the register has said something else of since stays decided', async ({ world }) => {
  const { id, organisation } = await aScene(world);
  await say(world, id, { decision: 'REFUSE', reason: 'Nei' });
  await aProposal(world, organisation, { foundAt: '2026-11-21T06:00:00Z' });
  expect(
    refusalOf(await world.ask(ragnar, reopen, { input: { id, expectedVersion: 2 } })),
  ).toMatchObject({ reason: 'OVERTAKEN' });
});

test('what nobody decided is not taken back', async ({ world }) => {
  const { id } = await aScene(world);
  expect(
    refusalOf(await world.ask(ragnar, reopen, { input: { id, expectedVersion: 1 } })),
  ).toMatchObject({ reason: 'PROPOSAL_IS_CLOSED' });
});

test('the proposals of an organisation stand together, read as people read them', async ({
  world,
}) => {
  const { organisation } = await aScene(world);
  const [oslo, bergen] = await Promise.all(
    ['0301', '4601'].map((code) => world.em.findOneOrFail(Area, { code })),
  );
  await aProposal(world, organisation, {
    kind: ProposalKind.MOVED,
    fields: [{ field: 'seat', before: oslo!.number, after: bergen!.number }],
    foundAt: '2026-11-21T06:00:00Z',
  });
  const ask = (viewer: Viewer) =>
    world.ask<{ registerProposals: object[] }>(
      viewer,
      `query ($id: ID!) { registerProposals(organisationId: $id) { kind register foundAt fields { field before after } evidence { fact before after } viewerMay { decide } } }`,
      { id: organisation.id },
    );
  const { data } = await ask(ragnar);
  expect(data?.registerProposals).toMatchObject([
    {
      kind: 'MOVED',
      foundAt: '2026-11-21T06:00:00.000Z',
      fields: [{ field: 'seat', before: 'Oslo', after: 'Bergen' }],
      viewerMay: { decide: true },
    },
    {
      kind: 'RENAMED',
      evidence: [{ fact: 'name', before: 'KVINNEFORENINGEN', after: 'SOMALISKE KVINNER' }],
    },
  ]);
  expect(refusalOf(await ask(aReader()))).toMatchObject({ code: 'FORBIDDEN' });
});
