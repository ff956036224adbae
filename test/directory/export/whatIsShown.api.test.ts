import { parse as parseCsv } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { inDatabase } from '#test/support/database.ts';
import { personalKey } from '#test/support/world.ts';
import { ExportDesk } from './ExportDesk.ts';

/** Whose each purpose is. */
const purposes = [
  [Role.EDITOR, Purpose.REGISTER_CARE],
  [Role.COORDINATOR, Purpose.CRISIS],
  [Role.COORDINATOR, Purpose.MEETING],
  [Role.PROGRAMME_LEAD, Purpose.REGISTER_CARE],
  [Role.PROGRAMME_LEAD, Purpose.CRISIS],
  [Role.PROGRAMME_LEAD, Purpose.MEETING],
  [Role.RECRUITER, Purpose.COUNCIL],
] as const;

const consented = [
  Purpose.REGISTER_CARE,
  Purpose.CRISIS,
  Purpose.MEETING,
  Purpose.COUNCIL,
] as const;

let desk: ExportDesk;
const organisation = anOrganisation({ name: 'Foreningen' });
const people = new Map(
  [...consented, 'none' as const].map((purpose) => [purpose, aPerson({ givenName: purpose })]),
);
const withdrawn = aPerson({ givenName: 'withdrawn' });
const audiences = Object.values(ContactAudience);

beforeAll(async () => {
  desk = await ExportDesk.open();
  await desk.world.has(
    organisation,
    ...audiences.map((audience, at) =>
      aContactPoint(organisation, { value: `+4722000${100 + at}`, audience }),
    ),
    withdrawn,
    ...consented.map((purpose) =>
      aConsent(withdrawn, purpose, { withdrawnOn: '2026-07-01', withdrawnBy: ConsentMethod.PHONE }),
    ),
    ...[...people.values(), withdrawn].map((person) =>
      aPersonalContactPoint(person, personalKey, { value: '+4722000999' }),
    ),
    ...consented.map((purpose) => aConsent(people.get(purpose)!, purpose)),
    ...[...people.values()].map((person) => anAffiliation(person, organisation)),
  );
});
afterAll(() => desk[Symbol.asyncDispose]());

const shown = '+47 22 00 09 99';
const masked = '+47 ••• •• 999';

async function tableOf(headers: Record<string, string>, order: object): Promise<string[][]> {
  const file = await desk.file(headers, { records: ['PERSON'], format: 'CSV', ...order });
  const [, ...rows]: string[][] = parseCsv(file, { bom: true, delimiter: ';' });
  return rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ').replace(/^'/, '')));
}

describe('how people are reached is told of those who have said yes to it, and of nobody else', () => {
  test.for(purposes)('a %s, for %s', async ([role, purpose]) => {
    const headers = await desk.as(role);
    const before = (await desk.reads()).length;
    const order = { purpose: purpose.toUpperCase(), columns: ['GIVEN_NAME', 'PHONE'] };
    const rows = await tableOf(headers, order);
    expect(Object.fromEntries(rows)).toEqual({
      ...Object.fromEntries([...people].map(([name]) => [name, name === purpose ? shown : masked])),
      withdrawn: masked,
    });
    const reads = (await desk.reads()).slice(before);
    expect(reads.map(({ person_id }) => person_id)).toEqual([people.get(purpose)!.id]);
    expect(reads[0]?.purpose).toBe(purpose);
  });

  test('and the same in a workbook, on cards and on the sheet', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const order = { records: ['PERSON'], purpose: 'CRISIS' };
    const { sheets } = await readXlsx(await desk.file(headers, { ...order, format: 'XLSX' }));
    const cells = (sheets[0]?.rows ?? []).flat().map((it) => String(it).replaceAll('\u00a0', ' '));
    expect(cells.filter((cell) => cell === shown)).toHaveLength(1);
    const cards = String(await desk.file(headers, { ...order, format: 'VCARD' }));
    expect(cards.match(/tel:\+4722000999/g)).toHaveLength(1);
    expect(cards).not.toContain('•');
    const before = (await desk.reads()).length;
    await desk.file(headers, { ...order, format: 'CONTACT_SHEET' });
    expect((await desk.reads()).slice(before).map(({ person_id }) => person_id)).toEqual([
      people.get(Purpose.CRISIS)!.id,
    ]);
  });
});

describe('the read log', () => {
  test('has nobody whose details are not in the file', async () => {
    const before = (await desk.reads()).length;
    const headers = await desk.as(Role.COORDINATOR);
    await tableOf(headers, { purpose: 'CRISIS', columns: ['NAME', 'EMAIL', 'LANGUAGES'] });
    expect((await desk.reads()).length).toBe(before);
  });

  test('has whoever is in it once, and the export as the request', async () => {
    const before = (await desk.reads()).length;
    const headers = await desk.as(Role.COORDINATOR);
    const prepared = await desk.prepared(headers, {
      records: ['ORGANISATION', 'PERSON'],
      format: 'CSV',
      purpose: 'CRISIS',
      columns: ['NAME', 'PHONE', 'CONTACT_PERSON', 'CONTACT_PERSON_PHONE'],
    });
    await (await desk.fetched(headers, prepared)).text();
    const reads = (await desk.reads()).slice(before);
    expect(reads.map(({ person_id }) => person_id)).toEqual([people.get(Purpose.CRISIS)!.id]);
    expect(reads[0]?.request_id).toBe(prepared.id);
  });

  test('that cannot be written lets no file out', async () => {
    await using broken = await ExportDesk.open();
    const person = aPerson();
    await broken.world.has(
      person,
      aPersonalContactPoint(person, personalKey),
      aConsent(person, Purpose.CRISIS),
    );
    const headers = await broken.as(Role.COORDINATOR);
    const prepared = await broken.prepared(headers, {
      records: ['PERSON'],
      format: 'CSV',
      purpose: 'CRISIS',
    });
    const { rows } = await broken.site.database.pool.query<{ name: string }>(
      'select current_database() as name',
    );
    const owner = new pg.Client({
      connectionString: inDatabase(inject('clusterUrl'), rows[0]!.name),
    });
    await owner.connect();
    await owner.query('revoke execute on function read_log_append from samband_app');
    await owner.end();
    const answer = await broken.fetched(headers, prepared);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('Prøve');
  });
});

describe('the ways to reach an organisation', () => {
  test.for([
    [Role.RECRUITER, 'COUNCIL', 1],
    [Role.EDITOR, 'REGISTER_CARE', 2],
    [Role.COORDINATOR, 'CRISIS', 3],
  ] as const)('are those that are meant for a %s', async ([role, purpose, count]) => {
    const rows = await tableOf(await desk.as(role), {
      records: ['ORGANISATION'],
      purpose,
      columns: ['PHONE'],
    });
    expect(rows[0]?.[0]?.split('; ')).toHaveLength(count);
  });
});
