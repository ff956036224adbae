import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { anEditor, aViewer } from '#test/support/viewers.ts';
import { callExamples } from '#test/review/call/callExamples.ts';
import { progressExamples } from '#test/review/progress/progressExamples.ts';
import { roundExamples } from '#test/review/round/roundExamples.ts';
import type { World } from '#test/support/world.ts';

type Example = (world: World) => Promise<[document: string, variables: object, viewer?: Viewer]>;

const verify = `mutation ($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { id } }`;

async function anAnswer(world: World) {
  const organisation = anOrganisation();
  await world.has(organisation);
  return {
    id: crypto.randomUUID(),
    organisationId: organisation.id,
    groups: ['CONTACT'],
    method: 'PHONE',
  };
}

async function vouchedFor(world: World) {
  const person = aPerson();
  await world.has(person);
  const id = crypto.randomUUID();
  return { id, personId: person.id, groups: ['CONTACT'], method: 'PHONE' };
}

/** What an organisation says that its name is. */
async function aChangeProposal(world: World): Promise<string> {
  const organisation = anOrganisation({ name: 'Før' });
  await world.has(organisation);
  const id = crypto.randomUUID();
  const changes = JSON.stringify([{ field: 'name', before: 'Før', after: 'Etter' }]);
  await world.pool.query(
    `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on)
     values ($1::uuid, $2, 'nb', 'name', $3, $1::text, '2026-11-22T10:00:00Z', '2026-11-22')`,
    [id, organisation.id, changes],
  );
  return id;
}

const deciding =
  (name: string, more: object = {}): Example =>
  async (world) => {
    const input = { id: await aChangeProposal(world), ...more };
    return [asked(name), { input }];
  };

/** Somebody who is said to have taken over, and has said so themselves. */
async function aSuccession(world: World): Promise<string> {
  const organisation = anOrganisation();
  await world.has(organisation);
  const input = {
    id: crypto.randomUUID(),
    organisationId: organisation.id,
    givenName: 'Nye',
    reach: 'nye@example.org',
    language: 'NB',
  };
  await world.ask(anEditor(), asked('reportSuccession'), { input });
  await world.pool.query(
    `update succession set state = 'confirmed', confirmed_at = '2026-11-22T10:00:00Z', consent_language = 'nb',
       consent_version = '2023-08', consent_hash = repeat('0', 64) where id = $1`,
    [input.id],
  );
  return input.id;
}

const asked = (name: string, selection = '{ id }') =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

/** An organisation that wants no letters. */
async function aQuietRule(world: World): Promise<string> {
  const organisation = anOrganisation();
  await world.has(organisation);
  const id = crypto.randomUUID();
  await world.pool.query(
    `insert into quiet_rule (id, organisation_id, objected_on, noted_at) values ($1, $2, '2026-11-01', '2026-11-01T10:00:00Z')`,
    [id, organisation.id],
  );
  return id;
}

/** A question to each mutation of what somebody vouches for, proposes or asks for. */
export const reviewExamples: Readonly<Record<string, Example>> = {
  ...progressExamples,
  ...roundExamples,
  ...callExamples,
  verifyOrganisation: async (world) => [verify, { input: await anAnswer(world) }],
  async takeBackVerification(world) {
    const input = await anAnswer(world);
    await world.ask(anEditor(), verify, { input });
    return [
      'mutation ($input: TakeBackVerificationInput!) { takeBackVerification(input: $input) { id } }',
      { input: { id: input.id } },
    ];
  },
  verifyPerson: async (world) => [asked('verifyPerson'), { input: await vouchedFor(world) }],
  async takeBackPersonVerification(world) {
    const input = await vouchedFor(world);
    await world.ask(anEditor(), asked('verifyPerson'), { input });
    return [
      'mutation ($input: TakeBackVerificationInput!) { takeBackPersonVerification(input: $input) { id } }',
      { input: { id: input.id } },
    ];
  },
  acceptChangeProposal: deciding('acceptChangeProposal'),
  refuseChangeProposal: deciding('refuseChangeProposal', { reason: 'Stemmer ikke' }),
  async reopenChangeProposal(world) {
    const id = await aChangeProposal(world);
    const input = { id, reason: 'Stemmer ikke' };
    await world.ask(anEditor(), asked('refuseChangeProposal'), { input });
    return [asked('reopenChangeProposal'), { input: { id } }];
  },
  async reportSuccession(world) {
    const organisation = anOrganisation();
    await world.has(organisation);
    const who = { givenName: 'Nye', reach: 'nye@example.org', language: 'NB' };
    const input = { id: crypto.randomUUID(), organisationId: organisation.id, ...who };
    return [asked('reportSuccession'), { input }];
  },
  approveSuccession: async (world) => [
    asked('approveSuccession'),
    { input: { id: await aSuccession(world) } },
  ],
  refuseSuccession: async (world) => [
    asked('refuseSuccession'),
    { input: { id: await aSuccession(world), reason: 'Stemmer ikke' } },
  ],
  async reopenSuccession(world) {
    const id = await aSuccession(world);
    await world.ask(anEditor(), asked('refuseSuccession'), { input: { id, reason: 'Nei' } });
    return [asked('reopenSuccession'), { input: { id } }];
  },
  async answerStopRequest(world) {
    const organisation = anOrganisation();
    await world.has(organisation);
    const id = crypto.randomUUID();
    await world.pool.query(
      `insert into stop_request (id, organisation_id, language, kind, asked_at)
       values ($1, $2, 'nb', 'pause', '2026-11-22T10:00:00Z')`,
      [id, organisation.id],
    );
    return [asked('answerStopRequest'), { input: { id, answer: 'Dere får fred til våren.' } }];
  },
  setReviewDeadline: async () => [
    'mutation ($input: SetReviewDeadlineInput!) { setReviewDeadline(input: $input) { organisations } }',
    { input: { kind: 'FAITH_COMMUNITY', months: 12 } },
    aViewer(Role.PROGRAMME_LEAD),
  ],
  async removeReviewDeadline(world) {
    const lead = aViewer(Role.PROGRAMME_LEAD);
    const whose = { kind: 'PATIENT_ORGANISATION' };
    const set =
      'mutation ($input: SetReviewDeadlineInput!) { setReviewDeadline(input: $input) { organisations } }';
    await world.ask(lead, set, { input: { ...whose, months: 12 } });
    const remove =
      'mutation ($input: RemoveReviewDeadlineInput!) { removeReviewDeadline(input: $input) { organisations } }';
    return [remove, { input: { ...whose, seen: 12 } }, lead];
  },
  liftQuietRule: async (world) => [
    asked('liftQuietRule'),
    { input: { id: await aQuietRule(world), reason: 'Lederen ringte' } },
  ],
  async restoreQuietRule(world) {
    const id = await aQuietRule(world);
    await world.ask(anEditor(), asked('liftQuietRule'), {
      input: { id, reason: 'Lederen ringte' },
    });
    return [asked('restoreQuietRule'), { input: { id } }];
  },
  async setLowRisk(world) {
    const trust = anOrganisation({ kind: OrganisationKind.HEALTH_TRUST });
    await world.has(trust);
    return [
      `mutation ($input: SetLowRiskInput!) { setLowRisk(input: $input) }`,
      { input: { trustId: trust.id, fields: ['TOPICS'] } },
      aViewer(Role.PROGRAMME_LEAD),
    ];
  },
};
