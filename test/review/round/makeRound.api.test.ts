import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import type { ReviewRound } from '#schema/review/round/ReviewRound.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { AnsweredThrough } from '#schema/review/round/AnsweredThrough.ts';
import { ReviewOutcome } from '#schema/review/round/ReviewOutcome.ts';
import { scopeOf } from '#server/access/scope.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { noteAnswered } from '#server/review/round/noteAnswered.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aLead, aRound, asked, madeRound } from './roundExamples.ts';

type Round = ReviewRound & { readonly id: string };

async function mutate(world: World, name: string, input: object, by = aLead()) {
  const { data, errors } = await world.ask<Record<string, Round | null>>(by, asked(name), {
    input,
  });
  return { round: data?.[name], refusal: errors?.[0]?.extensions };
}

const refused = async (world: World, own: object) =>
  (await mutate(world, 'createReviewRound', aRound(own))).refusal;

test('what will not do is said field by field, all of it at once', async ({ world }) => {
  expect(
    await refused(world, {
      opensOn: '2026-11-21',
      dueOn: '2026-11-21',
      signedBy: 'To\nlinjer',
      lastCallDays: 31,
      name: '–',
      search: undefined,
    }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    fields: {
      name: 'REQUIRED',
      opensOn: 'IN_THE_PAST',
      dueOn: 'MUST_BE_AFTER_OPENING',
      signedBy: 'NOT_ONE_LINE',
      lastCallDays: 'OUT_OF_RANGE',
      search: 'REQUIRED',
    },
  });
  const fields = async (own: object) => (await refused(world, own))?.['fields'];
  expect(await fields({ dueOn: '2027-11-23' })).toEqual({ dueOn: 'AT_MOST_300_DAYS' });
  expect(await fields({ reminderDays: [7, 13] })).toEqual({ reminderDays: 'A_WEEK_APART' });
  expect(await fields({ reminderDays: [3] })).toEqual({ reminderDays: 'A_WEEK_APART' });
  expect(await fields({ reminderDays: [7, 38] })).toEqual({ reminderDays: 'AFTER_DUE_DATE' });
  expect(await fields({ name: ' – ' })).toEqual({ name: 'REQUIRED' });
  expect(await fields({ search: { filter: { only: 'PERSON' } } })).toEqual({
    search: 'FINDS_NO_ORGANISATIONS',
  });
  expect(await fields({ audienceId: crypto.randomUUID() })).toEqual({ search: 'ONE_OF_TWO' });
  expect(await fields({ search: null, audienceId: 'ingen' })).toEqual({ audienceId: 'UNKNOWN' });
  const text = { language: 'NB', text: 'Hei' };
  expect(await fields({ texts: [text, text] })).toEqual({ texts: 'TWICE' });
  expect(await fields({ id: 'runde' })).toEqual({ id: 'NOT_A_UUID' });
});

test('rounds are made by those who lead the programme and sign in', async ({ world }) => {
  const token = { ...aLead(), via: 'token' as const };
  for (const by of [aReader(), anEditor(), token]) {
    expect((await mutate(world, 'createReviewRound', aRound(), by)).refusal?.['code']).toBe(
      'FORBIDDEN',
    );
  }
  const { round } = await mutate(world, 'createReviewRound', aRound());
  expect(round).toMatchObject({
    version: 1,
    state: 'DRAFT',
    reminderDays: [7, 21],
    lastCallDays: 3,
    signedBy: 'Prøve programleder',
    asks: 'UNCERTAIN',
    filter: { only: 'ORGANISATION' },
    requestCount: 0,
    viewerMay: { edit: true, close: false },
  });
});

test('a short round has the reminders that there is time for', async ({ world }) => {
  const { round } = await mutate(world, 'createReviewRound', aRound({ dueOn: '2026-12-05' }));
  expect(round?.reminderDays).toEqual([7]);
});

test('the same round sent twice is one, and an identifier is nobody else’s', async ({ world }) => {
  const input = aRound();
  const both = [
    await mutate(world, 'createReviewRound', input),
    await mutate(world, 'createReviewRound', input),
  ];
  expect(both.map(({ round }) => round?.id)).toEqual([input.id, input.id]);
  const other = { ...aLead(), id: crypto.randomUUID() };
  expect((await mutate(world, 'createReviewRound', input, other)).refusal).toMatchObject({
    reason: 'ID_IS_TAKEN',
  });
});

test('a draft is changed in what is said and in nothing else, by the version that was seen', async ({
  world,
}) => {
  const texts = [{ language: 'SO', text: 'Salaan' }];
  const id = await madeRound(world, { texts, reminderDays: [14], lastCallDays: 0 });
  const { round } = await mutate(world, 'editReviewRound', {
    id,
    expectedVersion: 1,
    name: 'Runden for Ahus',
  });
  expect(round).toMatchObject({
    version: 2,
    name: 'Runden for Ahus',
    opensOn: '2026-11-23',
    reminderDays: [14],
    lastCallDays: null,
    texts,
    filter: { only: 'ORGANISATION' },
  });
  expect(
    (await mutate(world, 'editReviewRound', { id, expectedVersion: 1, name: 'For sent' })).refusal,
  ).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION', version: 2 });
  const { rows } = await world.pool.query(
    `select verb, fields from change where record = 'review_round' and record_id = $1 order by version`,
    [id],
  );
  expect(rows.map(({ verb }) => verb)).toEqual(['createReviewRound', 'editReviewRound']);
  expect(rows[1].fields).toEqual([
    { field: 'name', before: 'Runden 2026', after: 'Runden for Ahus' },
  ]);
  const { data } = await world.ask(
    aViewer(Role.PRIVACY_OFFICER),
    'query ($id: ID!) { changes(first: 2, filter: { record: $id }) { nodes { about { kind name } } } }',
    { id },
  );
  const about = { kind: 'REVIEW_ROUND', name: 'Runden for Ahus' };
  expect(data).toEqual({ changes: { nodes: [{ about }, { about }] } });
});

test('whoever leads a part of the country runs their own rounds, and no others', async ({
  world,
}) => {
  const local = { ...aLead(), id: crypto.randomUUID(), scope: scopeOf([1]) };
  const [theirs, another] = [await madeRound(world, {}, local), await madeRound(world)];
  const edit = (id: string) => ({ id, expectedVersion: 1, name: 'Ny' });
  expect((await mutate(world, 'editReviewRound', edit(theirs), local)).round?.name).toBe('Ny');
  expect((await mutate(world, 'editReviewRound', edit(another), local)).refusal?.['code']).toBe(
    'FORBIDDEN',
  );
});

test('a draft that is put away stays to be read, and is never changed again', async ({ world }) => {
  const id = await madeRound(world);
  const input = { id, expectedVersion: 1, reason: 'Vi venter til våren' };
  expect((await mutate(world, 'cancelReviewRound', input)).round).toMatchObject({
    state: 'CANCELLED',
    viewerMay: { edit: false },
  });
  const again = { id, expectedVersion: 2 };
  expect((await mutate(world, 'editReviewRound', again)).refusal?.['reason']).toBe('NOT_A_DRAFT');
});

test('a draft is for those who make rounds', async ({ world }) => {
  const id = await madeRound(world);
  const read = '{ reviewRounds { id } reviewRound(id: "' + id + '") { id } }';
  const seen = async (by = anEditor()) => (await world.ask(by, read)).data;
  expect(await seen()).toEqual({ reviewRounds: [], reviewRound: null });
  expect(await seen(aLead())).toEqual({ reviewRounds: [{ id }], reviewRound: { id } });
});

test('the first answer stays, and of two the one that says more', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Prøve forening' });
  await world.has(organisation);
  const roundId = await madeRound(world);
  const requestId = crypto.randomUUID();
  await world.pool.query(
    `update review_round set state = 'open', opened_at = '2026-11-23T07:00:00Z' where id = $1`,
    [roundId],
  );
  await world.pool.query(
    `insert into review_request (id, round_id, organisation_id, language, channel, sent_at)
     values ($1, $2, $3, 'nb', 'email', '2026-11-23T08:00:00Z')`,
    [requestId, roundId, organisation.id],
  );
  const answer = (outcome: ReviewOutcome, at: string) =>
    inTransaction(world.pool, (run) =>
      noteAnswered(
        run,
        { organisationId: organisation.id },
        outcome,
        AnsweredThrough.LINK,
        new Date(at),
      ),
    );
  const read = `query ($id: ID!) { reviewRequests(roundId: $id, states: [SILENT, CHANGED]) {
    totalCount hasMore nodes { id organisationName state outcome answeredAt isLate messageCount } } }`;
  const seen = async () => (await world.ask(anEditor(), read, { id: roundId })).data;
  expect(await seen()).toMatchObject({
    reviewRequests: { totalCount: 1, nodes: [{ state: 'SILENT', outcome: null }] },
  });

  expect(await answer(ReviewOutcome.CHANGED, '2026-12-01T10:00:00Z')).toBe(requestId);
  await answer(ReviewOutcome.CONFIRMED, '2026-12-02T10:00:00Z');
  expect(await seen()).toEqual({
    reviewRequests: {
      totalCount: 1,
      hasMore: false,
      nodes: [
        {
          id: requestId,
          organisationName: 'Prøve forening',
          state: 'CHANGED',
          outcome: 'CHANGED',
          answeredAt: '2026-12-01T10:00:00.000Z',
          isLate: false,
          messageCount: 0,
        },
      ],
    },
  });
});

test('whom nobody has asked has nothing to answer', async ({ world }) => {
  const organisation = anOrganisation();
  await world.has(organisation);
  const noted = inTransaction(world.pool, (run) =>
    noteAnswered(
      run,
      { organisationId: organisation.id },
      ReviewOutcome.CONFIRMED,
      AnsweredThrough.PHONE,
      new Date(),
    ),
  );
  expect(await noted).toBeNull();
});
