import { expect } from 'vitest';

import type { CallListPage } from '#schema/review/call/CallListItem.ts';
import { aCoordinator, anEditor, aReader } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import {
  aCaller,
  anOpenRound,
  aRequest,
  claim,
  note,
  oneToRing,
  release,
  tellLanguages,
  undo,
} from './callExamples.ts';

const list = `query ($trustId: ID, $municipality: ID, $language: String, $reasons: [CallReason!], $isEarly: Boolean, $isLater: Boolean) {
  callList(trustId: $trustId, municipality: $municipality, language: $language, reasons: $reasons, isEarly: $isEarly, isLater: $isLater) {
    totalCount laterCount
    nodes { id organisationName phones reason unanswered municipality sharedLanguages againAt claim { by isMine } }
    municipalities { value count } languages { value count }
  }
}`;

async function listOf(world: World, variables = {}, by = anEditor()): Promise<CallListPage> {
  const { data, errors } = await world.ask<{ callList: CallListPage }>(by, list, variables);
  expect(errors).toBeUndefined();
  return data!.callList;
}

const names = (page: CallListPage) => page.nodes.map((it) => it.organisationName);

async function refusal(world: World, document: string, input: object, by = anEditor()) {
  const { errors } = await world.ask(by, document, { input });
  return errors?.[0]?.extensions;
}

const noted = (requestId: string, outcome: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  requestId,
  outcome,
  ...more,
});

test('what will not do is said field by field, and nothing is noted', async ({ world }) => {
  const { id } = await oneToRing(world);
  const wrong = async (outcome: string, more: object = {}) =>
    (await refusal(world, note, noted(id, outcome, more)))?.['fields'];
  expect(await wrong('CONFIRMED')).toEqual({ groups: 'REQUIRED' });
  expect(await wrong('LATER')).toEqual({ againAt: 'REQUIRED' });
  expect(await wrong('LATER', { againAt: '2026-11-22T11:00:00Z' })).toEqual({
    againAt: 'IN_THE_PAST',
  });
  expect(await wrong('LATER', { againAt: '2028-11-22T11:00:00Z' })).toEqual({
    againAt: 'TOO_FAR_AHEAD',
  });
  expect(await wrong('WRONG_NUMBER')).toEqual({ contactPointId: 'REQUIRED' });
  expect(await wrong('WRONG_NUMBER', { contactPointId: crypto.randomUUID() })).toEqual({
    contactPointId: 'UNKNOWN',
  });
  expect(await wrong('NO_ANSWER', { note: 'x'.repeat(501), id: 'samtale' })).toEqual({
    note: 'TOO_LONG',
    id: 'NOT_A_UUID',
  });
  expect((await refusal(world, note, noted(crypto.randomUUID(), 'NO_ANSWER')))?.['code']).toBe(
    'NOT_FOUND',
  );
  expect((await world.pool.query('select from review_call')).rowCount).toBe(0);
});

test('who does not follow rounds up neither sees the list nor rings', async ({ world }) => {
  const { id } = await oneToRing(world, { area: '0301' });
  const elsewhere = { ...anEditor(), scope: new Set([1]) };
  for (const by of [aReader(), aCoordinator(), elsewhere]) {
    for (const [document, input] of [
      [claim, { requestId: id }],
      [release, { requestId: id }],
      [note, noted(id, 'NO_ANSWER')],
    ] as const) {
      expect((await refusal(world, document, input, by))?.['code']).toBe('FORBIDDEN');
    }
  }
  expect((await world.ask(aReader(), list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await listOf(world, {}, elsewhere)).totalCount).toBe(0);
  expect((await listOf(world)).totalCount).toBe(1);
});

test('those are on it who do not answer, whom nothing reaches, and who have no address; nobody else', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  await aRequest(world, round, { name: 'Stille' });
  await aRequest(world, round, { name: 'Kom tilbake', bouncedAt: '2026-11-01T08:00:00Z' });
  await aRequest(world, round, { name: 'Uten adresse', hindrance: 'no_address' });
  await aRequest(world, round, { name: 'Nylig skrevet til', sentAt: '2026-11-20T08:00:00Z' });
  await aRequest(world, round, { name: 'Har svart', outcome: 'confirmed' });
  await aRequest(world, round, { name: 'Vil ha pause', hindrance: 'paused' });
  const { organisationId } = await aRequest(world, round, { name: 'Har bedt om fred' });
  await world.pool.query(
    `insert into stop_request (id, organisation_id, language, kind, asked_at)
     values (gen_random_uuid(), $1, 'nb', 'pause', '2026-11-20T08:00:00Z')`,
    [organisationId],
  );
  const page = await listOf(world);
  expect(page.nodes.map((it) => [it.organisationName, it.reason])).toEqual([
    ['Kom tilbake', 'BOUNCED'],
    ['Stille', 'SILENT'],
    ['Uten adresse', 'NO_ADDRESS'],
  ]);
  expect(names(await listOf(world, { reasons: ['SILENT'] }))).toEqual(['Stille']);
  expect(names(await listOf(world, { isEarly: true, reasons: ['SILENT'] }))).toEqual([
    'Nylig skrevet til',
    'Stille',
  ]);
  await world.pool.query(`update review_round set state = 'closed', closed_at = now()`);
  expect((await listOf(world)).totalCount).toBe(0);
});

test('it is narrowed by municipality and language, and says how many there are of each', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  await aRequest(world, round, { name: 'I Oslo', area: '0301', language: 'so' });
  await aRequest(world, round, { name: 'I Bergen', area: '4601', language: 'ar' });
  // One of a county and one of all of Norway are in no municipality.
  await aRequest(world, round, { name: 'I Vestland', area: '46', language: 'ar' });
  await aRequest(world, round, { name: 'Overalt', area: 'NO', language: 'so' });
  const page = await listOf(world);
  expect(page.municipalities).toEqual([
    { value: '4601', count: 1 },
    { value: '0301', count: 1 },
  ]);
  expect(page.languages).toEqual([
    { value: 'ar', count: 2 },
    { value: 'so', count: 2 },
  ]);
  expect(names(await listOf(world, { municipality: '0301' }))).toEqual(['I Oslo']);
  expect(names(await listOf(world, { language: 'ar' }))).toEqual(['I Bergen', 'I Vestland']);
  expect(names(await listOf(world, { municipality: '9999' }))).toEqual([]);
});

test('whoever speaks their language is shown them first, and only they say what they speak', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  await aRequest(world, round, { name: 'A polsk', language: 'pl' });
  await aRequest(world, round, { name: 'B somali', language: 'nb', languages: ['so'] });
  const caller = await aCaller(world, 'Prøve ringer');
  const token = { ...caller, via: 'token' as const };
  expect((await refusal(world, tellLanguages, { codes: ['so'] }, token))?.['code']).toBe(
    'FORBIDDEN',
  );
  expect((await refusal(world, tellLanguages, { codes: ['marsk'] }, caller))?.['fields']).toEqual({
    codes: 'UNKNOWN_CODE',
  });
  expect(names(await listOf(world, {}, caller))).toEqual(['A polsk', 'B somali']);
  await world.ask(caller, tellLanguages, { input: { codes: ['so', 'nb', 'so'] } });
  const page = await listOf(world, {}, caller);
  expect(page.nodes.map((it) => [it.organisationName, it.sharedLanguages])).toEqual([
    ['B somali', expect.arrayContaining(['Somali'])],
    ['A polsk', []],
  ]);
  const { data } = await world.ask<{ callerLanguages: { code: string }[] }>(
    caller,
    '{ callerLanguages { code } }',
  );
  expect(data?.callerLanguages.map(({ code }) => code).toSorted()).toEqual(['nb', 'so']);
});

test('an organisation is one caller’s for an hour, then anybody’s; whoever gives it up gives it up', async ({
  world,
}) => {
  const { id } = await oneToRing(world);
  const [kari, ola] = [await aCaller(world, 'Kari'), await aCaller(world, 'Ola')];
  const input = { requestId: id };
  await world.ask(kari, claim, { input });
  expect(await refusal(world, claim, input, ola)).toMatchObject({
    reason: 'TAKEN',
    changes: [{ by: 'Kari' }],
  });
  expect(await refusal(world, note, noted(id, 'NO_ANSWER'), ola)).toMatchObject({
    reason: 'TAKEN',
  });
  expect((await listOf(world, {}, ola)).nodes[0]?.claim).toEqual({ by: 'Kari', isMine: false });
  await world.ask(ola, release, { input });
  expect(await refusal(world, claim, input, ola)).toMatchObject({ reason: 'TAKEN' });
  await world.pool.query(`update work_claim set expires_at = '2026-11-22T11:59:59Z'`);
  expect(await refusal(world, claim, input, ola)).toBeUndefined();
  expect(await refusal(world, claim, input, kari)).toMatchObject({ changes: [{ by: 'Ola' }] });
  await world.ask(ola, release, { input });
  expect(await refusal(world, claim, input, kari)).toBeUndefined();
});

test('of two who ring the same organisation at once, one does', async ({ committed: world }) => {
  const { id } = await oneToRing(world);
  const callers = await Promise.all(
    ['Kari', 'Ola', 'Ada', 'Per'].map((name) => aCaller(world, name)),
  );
  const answers = await Promise.all(
    callers.map((caller) => refusal(world, claim, { requestId: id }, caller)),
  );
  expect(answers.filter((it) => it === undefined)).toHaveLength(1);
  expect(answers.filter((it) => it?.['reason'] === 'TAKEN')).toHaveLength(3);
});

test('reached and right: it is verified by telephone, the request is answered, and both are taken back in one gesture', async ({
  world,
}) => {
  const { id, organisationId } = await oneToRing(world);
  const caller = await aCaller(world, 'Kari');
  const groups = ['CONTACT', 'PEOPLE', 'LANGUAGES', 'AREAS', 'TOPICS', 'NAME'];
  const input = noted(id, 'CONFIRMED', { groups });
  const standing = async () => {
    const { rows } = await world.pool.query(
      `select outcome, answered_through as through, o.verified_on::text as "verifiedOn", o.verified_by as "by"
       from review_request q join organisation o on o.id = q.organisation_id where q.id = $1`,
      [id],
    );
    return rows[0];
  };
  // Twice is once.
  await world.ask(caller, note, { input });
  await world.ask(caller, note, { input });
  expect(await standing()).toEqual({
    outcome: 'confirmed',
    through: 'phone',
    verifiedOn: '2026-11-22',
    by: 'phone',
  });
  expect((await listOf(world)).totalCount).toBe(0);
  const { rows } = await world.pool.query(
    'select groups, method from verification where organisation_id = $1',
    [organisationId],
  );
  expect(rows).toEqual([{ groups: groups.map((it) => it.toLowerCase()), method: 'phone' }]);

  expect((await refusal(world, undo, { id: input.id }))?.['code']).toBe('FORBIDDEN');
  expect(await refusal(world, undo, { id: input.id }, caller)).toBeUndefined();
  expect(await refusal(world, undo, { id: input.id }, caller)).toBeUndefined();
  expect(await standing()).toEqual({
    outcome: null,
    through: null,
    verifiedOn: null,
    by: null,
  });
  expect((await listOf(world)).totalCount).toBe(1);
});

test('who asks to be rung later comes back then, first; who never answers is counted', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  const [one, other] = [
    await aRequest(world, round, { name: 'A' }),
    await aRequest(world, round, { name: 'B' }),
  ];
  const againAt = '2026-11-22T13:00:00.000Z';
  await world.ask(anEditor(), note, { input: noted(other.id, 'LATER', { againAt }) });
  for (let times = 0; times < 3; times += 1) {
    await world.ask(anEditor(), note, { input: noted(one.id, 'NO_ANSWER') });
  }
  const page = await listOf(world);
  expect([names(page), page.laterCount]).toEqual([['A'], 1]);
  expect(page.nodes[0]?.unanswered).toBe(3);
  const later = await listOf(world, { isLater: true });
  expect(later.nodes.map((it) => [it.organisationName, it.againAt])).toEqual([['B', againAt]]);
  await world.pool.query(
    `update review_call set again_at = '2026-11-22T11:00:00Z' where again_at is not null`,
  );
  expect(names(await listOf(world))).toEqual(['B', 'A']);
});

test('a wrong number is marked as one that does not work, and is whole again when it is taken back', async ({
  world,
}) => {
  const { id, phoneId } = await oneToRing(world);
  const bounced = async () =>
    (
      await world.pool.query<{ on: string | null }>(
        'select bounced_on::text as "on" from organisation_contact_point where id = $1',
        [phoneId],
      )
    ).rows[0]?.on;
  const input = noted(id, 'WRONG_NUMBER', { contactPointId: phoneId });
  await world.ask(anEditor(), claim, { input: { requestId: id } });
  expect(await refusal(world, note, input)).toBeUndefined();
  expect(await bounced()).toBe('2026-11-22');
  expect((await listOf(world)).nodes[0]?.phones).toEqual([]);
  // There may be another number to try: it is still theirs.
  expect((await listOf(world)).nodes[0]?.claim?.isMine).toBe(true);
  await world.ask(anEditor(), undo, { input: { id: input.id } });
  expect(await bounced()).toBeNull();
  expect((await listOf(world)).nodes[0]?.phones).toEqual(['+4700000123']);
});

test('who does not want to answer, and who says that something is different, have answered', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  const outcomes = async () =>
    (
      await world.pool.query<{ outcome: string }>(
        'select outcome from review_request where outcome is not null order by 1',
      )
    ).rows.map(({ outcome }) => outcome);
  const [one, other, third] = [
    await aRequest(world, round),
    await aRequest(world, round),
    await aRequest(world, round),
  ];
  await world.ask(anEditor(), note, { input: noted(one.id, 'DECLINED') });
  await world.ask(anEditor(), note, { input: noted(other.id, 'CHANGED') });
  await world.ask(anEditor(), note, { input: noted(third.id, 'NEW_CONTACT') });
  expect(await outcomes()).toEqual(['changed', 'declined']);
  // Whoever is asked instead gets some days first.
  expect([(await listOf(world)).totalCount, (await listOf(world)).laterCount]).toEqual([0, 1]);
});

test('a list of many comes in pages that hold each once, also where somebody is rung between two of them', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  for (const name of ['A', 'B', 'C', 'D', 'E'])
    await aRequest(world, round, { name: `Lag ${name}` });
  const paged = `query ($first: Int, $after: String) { callList(first: $first, after: $after) { totalCount endCursor nodes { id organisationName } } }`;
  const page = async (after: string | null, first = 2) =>
    (await world.ask<{ callList: CallListPage }>(anEditor(), paged, { first, after })).data!
      .callList;
  const first = await page(null);
  expect([first.totalCount, names(first)]).toEqual([5, ['Lag A', 'Lag B']]);
  await world.ask(anEditor(), note, { input: noted(first.nodes[0]!.id, 'NO_ANSWER') });
  const second = await page(first.endCursor);
  expect(names(second)).toEqual(['Lag C', 'Lag D']);
  const last = await page(second.endCursor);
  // Rung without an answer, one comes behind those who have not been rung.
  expect([names(last), last.endCursor]).toEqual([['Lag E', 'Lag A'], null]);
  for (const [variables, fields] of [
    [{ first: 0 }, { first: 'FROM_1_TO_100' }],
    [{ first: 101 }, { first: 'FROM_1_TO_100' }],
    [{ after: 'tull' }, { after: 'NOT_A_CURSOR_OF_THIS_LIST' }],
  ] as const) {
    const { errors } = await world.ask(anEditor(), paged, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields });
  }
});
