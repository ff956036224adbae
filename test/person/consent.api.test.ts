import { createHash } from 'node:crypto';

import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { consentText } from '#schema/person/consentWording.ts';
import type { Person } from '#schema/person/Person.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aCoordinator, anEditor, aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const record = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) {
  id version purpose method textVersion textHash textLanguage expiresOn givenAt withdrawnAt } }`;
const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  id version withdrawnAt withdrawnBy } }`;

const aYes = (personId: string, more: object = {}) => ({
  input: {
    personId,
    purpose: 'CRISIS',
    method: 'PHONE',
    givenOn: '2026-11-20',
    language: 'nn',
    ...more,
  },
});

async function reachable(world: World, own: Parameters<typeof aPerson>[0] = {}): Promise<Person> {
  const person = aPerson(own);
  await world.has(person);
  await world.has(aPersonalContactPoint(person, personalKey, { value: '+4700000123' }));
  return person;
}

/** What a coordinator sees of how somebody is reached in a crisis. */
async function inACrisis(world: World, { id }: { id: string }): Promise<unknown> {
  const { data } = await world.ask<{ person: { contactPoints: unknown[] } }>(
    aCoordinator(),
    'query ($id: ID!) @purpose(of: CRISIS) { person(id: $id) { contactPoints { value whyMasked } } }',
    { id },
  );
  return data?.person.contactPoints[0];
}

const masked = { value: '+47 ••• •• 123', whyMasked: 'NO_CONSENT' };
const open = { value: '+4700000123', whyMasked: null };

test('who may not look after consents is refused, and nothing is noted', async ({ world }) => {
  const person = await reachable(world);
  for (const viewer of [null, aReader(), aCoordinator()]) {
    const { errors } = await world.ask(viewer, record, aYes(person.id));
    expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  expect(await inACrisis(world, person)).toEqual(masked);
});

test('an editor looks after the consents of their own people', async ({ world }) => {
  const [oslo, bergen] = await Promise.all(
    ['0301', '4601'].map((code) => world.em.findOneOrFail(Area, { code })),
  );
  const editor = { ...anEditor(), scope: new Set([oslo!.number]) };
  const [mine, others] = [
    await reachable(world, { areas: [oslo!] }),
    await reachable(world, { areas: [bergen!] }),
  ];

  const refused = await world.ask(editor, record, aYes(others.id));
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await world.ask(editor, record, aYes(mine.id))).errors).toBeUndefined();
});

test('a yes is noted with the text that it was said to, and holds for two years and sixty days', async ({
  world,
}) => {
  const person = await reachable(world);
  expect(await inACrisis(world, person)).toEqual(masked);

  const { data, errors } = await world.ask(anEditor(), record, aYes(person.id));

  expect(errors).toBeUndefined();
  expect(data?.['recordConsent']).toMatchObject({
    purpose: 'CRISIS',
    method: 'PHONE',
    textLanguage: 'nn',
    textHash: createHash('sha256').update(consentText('crisis', 'nn')).digest('hex'),
    expiresOn: '2029-01-19',
    withdrawnAt: null,
  });
  expect(await inACrisis(world, person)).toEqual(open);
});

test('a yes to one thing is no yes to another', async ({ world }) => {
  const person = await reachable(world);
  await world.has(aConsent(person, Purpose.MEETING));

  expect(await inACrisis(world, person)).toEqual(masked);
});

test('a no holds from the next read on, and may be taken back by a new yes', async ({ world }) => {
  const person = await reachable(world);
  const consent = aConsent(person, Purpose.CRISIS);
  await world.has(consent);
  expect(await inACrisis(world, person)).toEqual(open);

  const input = { id: consent.id, expectedVersion: 1, method: 'EMAIL' };
  const { data } = await world.ask(anEditor(), withdraw, { input });
  expect(data?.['withdrawConsent']).toMatchObject({ version: 2, withdrawnBy: 'EMAIL' });
  expect(await inACrisis(world, person)).toEqual(masked);

  const again = await world.ask(anEditor(), withdraw, { input: { ...input, expectedVersion: 2 } });
  expect(again.data?.['withdrawConsent']).toMatchObject({ version: 2 });
  expect((await world.ask(anEditor(), record, aYes(person.id))).errors).toBeUndefined();
  expect(await inACrisis(world, person)).toEqual(open);
});

test.for([
  ['2026-11-21', masked],
  ['2026-11-22', open],
] as const)('a yes whose last day is %s', async ([expiresOn, seen], { world }) => {
  const person = await reachable(world);
  await world.has(aConsent(person, Purpose.CRISIS, { expiresOn }));

  expect(await inACrisis(world, person)).toEqual(seen);
});

test.for([
  [{ givenOn: '2026-11-23' }, { givenOn: 'IN_THE_FUTURE' }],
  [{ givenOn: '2024-01-01' }, { givenOn: 'TOO_LONG_AGO' }],
  [{ purpose: 'AUDIT' }, { purpose: 'NEEDS_NO_CONSENT' }],
  [
    { language: 'so', purpose: 'AUDIT' },
    { language: 'NOT_A_LANGUAGE_OF_THE_TEXT', purpose: 'NEEDS_NO_CONSENT' },
  ],
] as const)('%j will not do: %j', async ([given, fields], { world }) => {
  const person = await reachable(world);
  const { errors } = await world.ask(anEditor(), record, aYes(person.id, given));
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields });
});

test('what still holds is not said twice, by two at once either', async ({ committed: world }) => {
  const person = await reachable(world);
  const told = await Promise.all(
    Array.from({ length: 5 }, () => world.ask(anEditor(), record, aYes(person.id))),
  );
  const reasons = told.map(({ errors }) => String(errors?.[0]?.extensions?.['reason'] ?? 'done'));
  expect(reasons.toSorted()).toEqual([...Array<string>(4).fill('ALREADY_GIVEN'), 'done']);
});

test('of nobody nothing is noted', async ({ world }) => {
  const unknown = await world.ask(anEditor(), record, aYes(crypto.randomUUID()));
  expect(unknown.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  const { errors } = await world.ask(anEditor(), withdraw, {
    input: { id: 'nobody', expectedVersion: 1, method: 'EMAIL' },
  });
  expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

test('a whole number or address finds its person for whom it is open, and for nobody else', async ({
  committed: world,
}) => {
  const person = await reachable(world, { givenName: 'Synne', familyName: 'Finnes' });
  const { EMAIL } = ContactChannel;
  await world.has(
    aPersonalContactPoint(person, personalKey, { channel: EMAIL, value: 'synne@example.no' }),
  );
  const find = async (viewer: Viewer, purpose: string | null, text = '+47 00 00 01 23') => {
    const { data } = await world.ask<{ search: { totalCount: number } }>(
      viewer,
      'query ($text: Text!, $purpose: Purpose) @purpose(of: $purpose) { search(text: $text) { totalCount } }',
      { text, purpose },
    );
    return data?.search.totalCount;
  };

  expect(await find(aReader(), null)).toBe(0);
  expect(await find(aCoordinator(), null)).toBe(0);
  expect(await find(aCoordinator(), 'CRISIS')).toBe(0);
  await world.has(aConsent(person, Purpose.CRISIS));
  for (const text of ['+47 00 00 01 23', 'Synne@Example.no']) {
    expect(await find(aCoordinator(), 'CRISIS', text), text).toBe(1);
    expect(await find(aCoordinator(), 'MEETING', text), text).toBe(0);
  }
  for (const text of ['0000012', '000123', 'synne@example']) {
    expect(await find(aCoordinator(), 'CRISIS', text), text).toBe(0);
  }
});

test('a person’s history tells of their consents, to those who may read consents', async ({
  world,
}) => {
  const [person, other] = [await reachable(world), aPerson()];
  await world.has(other);
  const { data } = await world.ask<{ recordConsent: { id: string; version: number } }>(
    anEditor(),
    record,
    aYes(person.id),
  );
  const { id, version } = data!.recordConsent;
  const input = { id, expectedVersion: version, method: 'PHONE' };
  expect((await world.ask(anEditor(), withdraw, { input })).errors).toBeUndefined();
  const historyOf = async (of: Person, viewer: Viewer) => {
    const { data: told, errors } = await world.ask<{
      person: { history: { nodes: readonly object[] } };
    }>(
      viewer,
      `query ($id: ID!) { person(id: $id) { history(first: 9) { nodes {
        verb about { kind } belongsTo { id kind } } } } }`,
      { id: of.id },
    );
    expect(errors).toBeUndefined();
    return told!.person.history.nodes;
  };

  const ofConsent = { about: { kind: 'CONSENT' }, belongsTo: { id: person.id, kind: 'PERSON' } };
  expect(await historyOf(person, anEditor())).toEqual([
    { verb: 'withdrawConsent', ...ofConsent },
    { verb: 'recordConsent', ...ofConsent },
  ]);
  expect(await historyOf(other, anEditor())).toEqual([]);
  expect(await historyOf(person, aViewer(Role.SYSTEM))).toEqual([]);
});
