import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { tokenOf } from '#test/http/tokenOf.ts';
import { personalKey } from '#test/support/world.ts';
import { codeOf, ExportDesk, fieldsOf } from './ExportDesk.ts';

let desk: ExportDesk;
const organisation = anOrganisation({ name: 'Foreningen Eksempel' });
const people = Array.from({ length: 60 }, (_, at) =>
  aPerson({ givenName: `Synne ${at}`, familyName: 'Prøve' }),
);

beforeAll(async () => {
  desk = await ExportDesk.open();
  await desk.world.has(
    organisation,
    ...people,
    anAffiliation(people[0]!, organisation),
    ...people.flatMap((person) => [
      aPersonalContactPoint(person, personalKey),
      aConsent(person, Purpose.CRISIS),
    ]),
  );
});
afterAll(() => desk[Symbol.asyncDispose]());

const organisations = { records: ['ORGANISATION'], format: 'CSV', purpose: 'CRISIS' };
const onePerson = { records: ['PERSON'], format: 'CSV', purpose: 'CRISIS', ids: [people[0]!.id] };
const all = { records: ['PERSON'], format: 'CSV', purpose: 'CRISIS' };

describe('who may', () => {
  test.for([Role.READER, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER])(
    'not a %s, neither count nor fetch',
    async (role) => {
      const headers = await desk.as(role);
      expect(codeOf(await desk.asked(headers, organisations))).toBe('FORBIDDEN');
      expect(codeOf(await desk.sized(headers, organisations))).toBe('FORBIDDEN');
    },
  );

  test('nobody who has not signed in', async () => {
    expect(codeOf(await desk.asked({}, organisations))).toBe('UNAUTHENTICATED');
  });

  test.for([
    [Role.RECRUITER, 'CRISIS'],
    [Role.EDITOR, 'MEETING'],
    [Role.COORDINATOR, 'COUNCIL'],
    [Role.PROGRAMME_LEAD, 'AUDIT'],
  ] as const)('a %s not for %s, which is not theirs', async ([role, purpose]) => {
    const headers = await desk.as(role);
    expect(codeOf(await desk.asked(headers, { ...organisations, purpose }))).toBe('FORBIDDEN');
  });

  test.for([
    [Role.RECRUITER, 'COUNCIL'],
    [Role.EDITOR, 'REGISTER_CARE'],
    [Role.COORDINATOR, 'MEETING'],
    [Role.PROGRAMME_LEAD, 'CRISIS'],
  ] as const)('a %s for %s', async ([role, purpose]) => {
    const headers = await desk.as(role);
    expect((await desk.prepared(headers, { ...onePerson, purpose })).size.people).toBe(1);
  });

  test('a system takes organisations, and never people: it cannot sign in anew', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(desk.site, Role.SYSTEM)}` };
    const prepared = await desk.prepared(headers, organisations);
    expect((await desk.fetched(headers, prepared)).status).toBe(200);
    expect(codeOf(await desk.asked(headers, onePerson))).toBe('STEP_UP_REQUIRED');
  });
});

describe('a fresh sign-in', () => {
  test('is asked for where there are people in it, also as those to ask first', async () => {
    const headers = await desk.as(Role.COORDINATOR, { isSteppedUp: false });
    expect(codeOf(await desk.asked(headers, onePerson))).toBe('STEP_UP_REQUIRED');
    const withContact = { ...organisations, columns: ['NAME', 'CONTACT_PERSON'] };
    expect(codeOf(await desk.asked(headers, withContact))).toBe('STEP_UP_REQUIRED');
    expect((await desk.sized(headers, withContact)).data?.exportSize).toMatchObject({
      organisations: 1,
      people: 1,
      needsStepUp: true,
    });
  });

  test('is not asked for where there are none', async () => {
    const headers = await desk.as(Role.COORDINATOR, { isSteppedUp: false });
    expect((await desk.prepared(headers, organisations)).size).toEqual({
      organisations: 1,
      people: 0,
      needsReason: false,
      needsStepUp: false,
    });
  });
});

describe('bad orders name their field', () => {
  test.for([
    ['no record at all', { records: [] }, { records: 'REQUIRED' }],
    [
      'people for everybody',
      { records: ['PERSON'], format: 'HSDS' },
      { records: 'ONLY_ORGANISATIONS' },
    ],
    ['what is no identifier', { ids: ['none'] }, { ids: 'UNKNOWN' }],
    ['too many by name', { ids: Array(2_001).fill(people[0]!.id) }, { ids: 'TOO_MANY' }],
    ['what is not there', { ids: [crypto.randomUUID()] }, { records: 'NOTHING_FOUND' }],
    ['columns of others', { columns: ['GIVEN_NAME'] }, { columns: 'REQUIRED' }],
    [
      'no such language',
      { filter: { languages: ['none'] } },
      { 'filter.languages': 'UNKNOWN_CODE' },
    ],
  ] as const)('%s', async ([, wrong, fields]) => {
    const answer = await desk.asked(await desk.as(Role.COORDINATOR), {
      ...organisations,
      ...wrong,
    });
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(fieldsOf(answer)).toEqual(fields);
  });
});

describe('more than fifty people in an hour', () => {
  const told = async () => {
    const { rows } = await desk.site.database.pool.query<{ exportId: string }>(
      `select j.payload ->> 'exportId' as "exportId" from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tellOfExport'`,
    );
    return rows.map(({ exportId }) => exportId);
  };

  test('take a reason in words, and the privacy officer is told of them', async () => {
    const officer = await hasStaff(desk.site.database.pool, {
      subject: 'vera',
      role: Role.PRIVACY_OFFICER,
    });
    await desk.site.database.pool.query(
      "update staff_user set email = 'vera@example.org' where id = $1",
      [officer],
    );
    const headers = await desk.as(Role.COORDINATOR);
    expect((await desk.sized(headers, all)).data?.exportSize.needsReason).toBe(true);
    expect(fieldsOf(await desk.asked(headers, all))).toEqual({ reason: 'REQUIRED' });
    expect(fieldsOf(await desk.asked(headers, { ...all, reason: 'Krise' }))).toEqual({
      reason: 'TOO_SHORT',
    });
    expect(await told()).toEqual([]);
    const reason = 'Alle skal varsles om utbruddet i dag.';
    const { id, size } = await desk.prepared(headers, { ...all, reason });
    expect(size).toMatchObject({ people: 60, needsReason: true });
    expect(await told()).toEqual([id]);
  });

  test('are counted over what was taken out before, of each for themselves', async () => {
    const [one, other] = [await desk.as(Role.COORDINATOR), await desk.as(Role.COORDINATOR)];
    const some = (count: number) => ({ ...all, ids: people.slice(0, count).map(({ id }) => id) });
    const others = (count: number) => ({
      ...all,
      ids: people.slice(30, 30 + count).map(({ id }) => id),
    });
    await desk.prepared(one, some(30));
    expect((await desk.sized(one, others(20))).data?.exportSize.needsReason).toBe(false);
    expect(fieldsOf(await desk.asked(one, others(21)))).toEqual({ reason: 'REQUIRED' });
    expect((await desk.prepared(other, others(21))).size.needsReason).toBe(false);
  });

  test('are counted once, however often they are taken out, and nobody knows after the hour who they were', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const same = { ...all, ids: people.slice(0, 30).map(({ id }) => id) };
    for (let time = 0; time < 3; time++) {
      expect((await desk.prepared(headers, same)).size.needsReason).toBe(false);
    }
    const more = { ...all, ids: people.slice(9, 60).map(({ id }) => id) };
    expect(fieldsOf(await desk.asked(headers, more))).toEqual({ reason: 'REQUIRED' });

    const { pool } = desk.site.database;
    await pool.query("update export set at = at - interval '61 minutes'");
    await desk.prepared(headers, organisations);
    const { rows } = await pool.query('select from export where person_ids is not null');
    expect(rows).toEqual([]);
    expect((await desk.sized(headers, same)).data?.exportSize.needsReason).toBe(false);
  });

  test('are not got by asking for them at once', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const twelve = (from: number) => people.slice(from, from + 12).map(({ id }) => id);
    const answers = await Promise.all(
      [0, 12, 24, 36, 48].map((from) => desk.asked(headers, { ...all, ids: twelve(from) })),
    );
    expect(answers.filter(({ data }) => data).length).toBe(4);
  });
});

describe('the address of a file', () => {
  test('is good once', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const prepared = await desk.prepared(headers, organisations);
    const both = await Promise.all([
      desk.fetched(headers, prepared),
      desk.fetched(headers, prepared),
    ]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 404,
    ]);
    expect((await desk.fetched(headers, prepared)).status).toBe(404);
  });

  test('is good for nobody else, and not for strangers', async () => {
    const prepared = await desk.prepared(await desk.as(Role.COORDINATOR), organisations);
    expect((await desk.fetched(await desk.as(Role.COORDINATOR), prepared)).status).toBe(404);
    expect((await desk.fetched({}, prepared)).status).toBe(401);
    expect((await desk.fetched(await desk.as(Role.READER), prepared)).status).toBe(403);
  });

  test('is good for two minutes', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const prepared = await desk.prepared(headers, organisations);
    await desk.site.database.pool.query(
      "update export set expires_at = '2026-11-22T08:00:00Z' where id = $1",
      [prepared.id],
    );
    expect((await desk.fetched(headers, prepared)).status).toBe(404);
  });

  test('is not good from another site, and GET changes nothing', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const prepared = await desk.prepared(headers, organisations);
    const foreign = { ...headers, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await desk.fetched(foreign, prepared)).status).toBe(403);
    expect((await desk.site.get(prepared.address, { headers })).status).toBe(405);
    expect((await desk.fetched(headers, prepared)).status).toBe(200);
  });

  test('leads nowhere that is none', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    expect((await desk.fetched(headers, { address: '/export/none' })).status).toBe(404);
    expect(
      (await desk.fetched(headers, { address: `/export/${crypto.randomUUID()}` })).status,
    ).toBe(404);
  });
});
