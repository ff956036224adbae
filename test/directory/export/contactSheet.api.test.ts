import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { readPdf, rolesIn } from '#test/support/readPdf.ts';
import { personalKey } from '#test/support/world.ts';
import { codeOf, ExportDesk, fieldsOf } from './ExportDesk.ts';

let desk: ExportDesk;
const arabic = anOrganisation({ name: 'المنتدى الثقافي (أوسلو)' });
const others = ['የኤርትራ ማህበር', 'Українська громада', 'Şükrü Žižek'].map((name) =>
  anOrganisation({ name }),
);
const person = aPerson({ givenName: 'Synne' });

beforeAll(async () => {
  desk = await ExportDesk.open();
  await desk.world.has(
    arabic,
    ...others,
    person,
    aContactPoint(arabic, { value: '+4722000001', label: 'Kontor' }),
    anAffiliation(person, arabic, { title: 'Leiar' }),
    aPersonalContactPoint(person, personalKey, { value: '+4722000002' }),
    aConsent(person, Purpose.CRISIS),
    ...Array.from({ length: 30 }, (_, at) => anOrganisation({ name: `Forening ${at}` })),
  );
});
afterAll(() => desk[Symbol.asyncDispose]());

const order = {
  records: ['ORGANISATION'],
  format: 'CONTACT_SHEET',
  purpose: 'CRISIS',
  contactPeople: true,
};

describe('a contact sheet', () => {
  test('is read aloud as a heading and a table in which each row says whose it is', async () => {
    const { trees, info, mark } = await readPdf(
      await desk.file(await desk.as(Role.COORDINATOR), order),
    );
    expect(mark).toEqual(expect.any(Map));
    expect((mark as unknown as Map<string, boolean>).get('Marked')).toBe(true);
    expect(info).toMatchObject({ Title: 'Kontaktark', Language: 'nb-NO' });
    const roles = rolesIn(trees[0]!);
    const count = (role: string) => roles.filter((it) => it === role).length;
    expect(count('H1')).toBe(1);
    expect(count('Table')).toBe(1);
    expect(count('THead')).toBe(1);
    expect(count('TR')).toBe(1 + 34);
    expect(count('TH')).toBe(4 + 34);
    expect(count('TD')).toBe(3 * 34);
  });

  test('shows letters of every script, numbers, who made it, what for and on which page', async () => {
    const headers = await desk.as(Role.COORDINATOR);
    const file = await desk.file(headers, order);
    const { texts } = await readPdf(file);
    expect(texts.length).toBeGreaterThan(1);
    const all = texts.join(' ');
    for (const word of ['ማህበር', 'Українська', 'Şükrü', 'Žižek', 'Leiar']) {
      expect(all.normalize('NFKC')).toContain(word);
    }
    // What is drawn from the right is kept with the text that is read aloud, in the order of its letters.
    expect(file.includes(Buffer.from('الثقافي', 'utf16le').swap16())).toBe(true);
    expect(all).toMatch(/22\s?00\s?00\s?01/);
    expect(all).toMatch(/22\s?00\s?00\s?02/);
    texts.forEach((text, at) => {
      expect(text).toMatch(new RegExp(`koordinator, for krise\\. Side ${at + 1}`));
    });
  });

  test('has nobody to ask where that is not asked for', async () => {
    const headers = await desk.as(Role.COORDINATOR, { isSteppedUp: false });
    const { texts } = await readPdf(await desk.file(headers, { ...order, contactPeople: false }));
    expect(texts.join(' ')).not.toContain('Leiar');
  });

  test('has room for a thousand', async () => {
    await desk.world.has(
      ...Array.from({ length: 970 }, (_, at) => anOrganisation({ name: `Lag ${at}` })),
    );
    const answer = await desk.asked(await desk.as(Role.COORDINATOR), {
      ...order,
      contactPeople: false,
    });
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(fieldsOf(answer)).toEqual({ format: 'TOO_MANY' });
  });
});
