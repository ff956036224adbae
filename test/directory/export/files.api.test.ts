import { parse as parseCsv } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { personalKey } from '#test/support/world.ts';
import { ExportDesk } from './ExportDesk.ts';

/** What a spreadsheet may take for a formula, at the beginning of a cell. */
const prefixes = ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '＝', '＋', '－', '＠'];

let desk: ExportDesk;
const names = prefixes.map((prefix) => `${prefix}HYPERLINK("https://example.no";"x")`);
const organisations = names.map((name) => anOrganisation({ name, verifiedOn: '2026-01-31' }));
const [said, silent] = [aPerson({ givenName: 'Ja' }), aPerson({ givenName: 'Nei' })];

beforeAll(async () => {
  desk = await ExportDesk.open();
  await desk.world.has(
    ...organisations,
    ...organisations.flatMap((organisation, at) => [
      aName(organisation, names[at]!),
      aContactPoint(organisation, { value: `+47220000${10 + at}` }),
      aContactPoint(organisation, {
        channel: ContactChannel.POST,
        value: `${names[at]}\n0001 Oslo`,
      }),
      aContactPoint(organisation, { channel: ContactChannel.MEETING_PLACE, value: names[at]! }),
    ]),
    aContactPoint(organisations[0]!, {
      channel: ContactChannel.EMAIL,
      value: 'krise@example.no',
      audience: ContactAudience.CRISIS_ONLY,
    }),
    said,
    silent,
    aPersonalContactPoint(said, personalKey, { value: '+4722000001' }),
    aPersonalContactPoint(silent, personalKey, { value: '+4722000002' }),
    aConsent(said, Purpose.CRISIS),
    anAffiliation(said, organisations[0]!, { title: '=1+1' }),
  );
});
afterAll(() => desk[Symbol.asyncDispose]());

const everything = { records: ['ORGANISATION', 'PERSON'], purpose: 'CRISIS' };
const columns = Object.keys(ExportColumn);

describe('a text file', () => {
  test.for([
    ['SEMICOLON', ';'],
    ['COMMA', ','],
  ] as const)('is read by another program, cell by cell: %s', async ([separator, delimiter]) => {
    const headers = await desk.as(Role.COORDINATOR);
    const file = await desk.file(headers, { ...everything, format: 'CSV', separator, columns });
    expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows: string[][] = parseCsv(file, { bom: true, delimiter, record_delimiter: '\r\n' });
    const [heading = [], ...records] = rows;
    expect(heading.slice(0, 2)).toEqual(['Slag', 'Navn']);
    expect(heading).toHaveLength(columns.length + 1);
    expect(heading.at(-1)).toMatch(
      /^Tatt ut 22\. november 2026.* av .*, koordinator, for krise\.$/,
    );
    expect(records).toHaveLength(organisations.length + 2);
    const cells = records.flat();
    expect(cells.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith("'=HYPERLINK")).length).toBeGreaterThan(8);
  });

  test('has only the columns that were asked for, in their order', async () => {
    const file = await desk.file(await desk.as(Role.COORDINATOR), {
      ...everything,
      format: 'CSV',
      columns: ['VERIFIED_ON', 'NAME'],
    });
    const [heading, first]: string[][] = parseCsv(file, { bom: true, delimiter: ';' });
    expect(heading?.slice(0, 2)).toEqual(['Sist bekreftet', 'Navn']);
    expect(first?.[0]).toBe('2026-01-31');
  });
});

describe('a workbook', () => {
  test('has no formula in it, days that are days, and a heading that stays', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const file = await desk.file(headers, { ...everything, format: 'XLSX', columns });
    const { sheets } = await readXlsx(file, { readStyles: true });
    const [sheet] = sheets;
    const cells = [...(sheet?.cells?.values() ?? [])];
    expect(
      cells.filter(({ formula, type }) => formula !== undefined || type === 'formula'),
    ).toEqual([]);
    expect(sheet?.rows).toHaveLength(organisations.length + 3);
    const written = new Set(sheet?.rows.map((row) => row[1]));
    expect(written).toContain('=HYPERLINK("https://example.no";"x")');
    expect(written).toContain('＠HYPERLINK("https://example.no";"x")');
    const day = columns.indexOf('VERIFIED_ON');
    expect(sheet?.rows[1]?.[day]).toEqual(new Date('2026-01-31T00:00:00Z'));
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  });

  test('says on a sheet of its own who made it, when, for what and of what', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const file = await desk.file(headers, {
      ...everything,
      records: ['PERSON'],
      text: 'Ja Prøve',
      format: 'XLSX',
    });
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ name }) => name)).toEqual(['Registeret', 'Om filen']);
    const about = Object.fromEntries(
      (sheets[1]?.rows ?? []).map(([label, value]) => [label, value]),
    );
    expect(about).toMatchObject({
      Formål: 'Krise',
      Utvalg: 'Søk: «Ja Prøve»; type treff: Personer',
      Personer: 1,
    });
    expect(about['Av']).toMatch(/, koordinator$/);
    expect(about['Tatt ut']).toMatch(/^22\. november 2026/);
  });
});

describe('the order of a file', () => {
  test('is the alphabet', async () => {
    const file = await desk.file(await desk.as(Role.COORDINATOR), {
      ...everything,
      records: ['PERSON'],
      format: 'CSV',
      columns: ['NAME', 'PHONE'],
    });
    const [, ...rows]: string[][] = parseCsv(file, { bom: true, delimiter: ';' });
    expect(rows.map(([name]) => name)).toEqual(['Ja Prøve', 'Nei Prøve']);
  });
});

test('an export is kept with who, what for and how much, and its question is forgotten when it has been fetched', async () => {
  const headers = await desk.as(Role.COORDINATOR);
  const prepared = await desk.prepared(headers, { ...everything, format: 'CSV' });
  await (await desk.fetched(headers, prepared)).text();
  const { rows } = await desk.site.database.pool.query('select * from export where id = $1', [
    prepared.id,
  ]);
  expect(rows[0]).toMatchObject({
    state: 'complete',
    purpose: 'crisis',
    organisations: organisations.length,
    people: 2,
    people_shown: 1,
    request: null,
    search: 'Uten søkeord; type treff: Virksomheter, Personer',
  });
});
