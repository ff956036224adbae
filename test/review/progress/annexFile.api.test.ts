import { afterAll, beforeAll, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { ExportDesk } from '#test/directory/export/ExportDesk.ts';
import { readPdf, rolesIn } from '#test/support/readPdf.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

let desk: ExportDesk;
let round: string;
let trust: string;

beforeAll(async () => {
  desk = await ExportDesk.open();
  const { one, other } = await twoTrusts(desk.world);
  trust = one.id;
  const names = ['Svarlaget', 'المنتدى الثقافي', 'የኤርትራ ማህበር'];
  const [answered, ...silent] = names.map((name) => anOrganisation({ name })) as [never, never];
  const elsewhere = anOrganisation({ name: 'Et annet sted' });
  await desk.world.has(answered, ...silent, elsewhere);
  round = await aRound(desk.world, [
    { organisation: answered, trust: one, happened: ['sent'], outcome: 'confirmed' },
    ...silent.map((organisation) => ({ organisation, trust: one, happened: ['sent'] as const })),
    { organisation: elsewhere, trust: other },
  ]);
});
afterAll(() => desk[Symbol.asyncDispose]());

const take = (headers: Record<string, string>, query: Record<string, string>, id = round) =>
  desk.site.get(`/export/annex/${id}?${new URLSearchParams(query)}`, { method: 'POST', headers });

const taken = async () =>
  (
    await desk.site.database.pool.query(
      `select format, purpose, organisations, people, state, search from export`,
    )
  ).rows;

test('whoever may not take files out of the register gets none, nor of what is not there, nor by a link that is followed', async () => {
  const editor = await desk.as(Role.EDITOR);
  const codeOf = async (answer: Response) =>
    ((await answer.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions
      .code;
  const anybody = { 'sec-fetch-site': 'same-origin' };
  expect(await codeOf(await take(anybody, { trust }))).toBe('UNAUTHENTICATED');
  expect(await codeOf(await take(await desk.as(Role.READER), { trust }))).toBe('FORBIDDEN');
  expect(await codeOf(await take(editor, { trust }, crypto.randomUUID()))).toBe('NOT_FOUND');
  expect(await codeOf(await take(editor, { trust: crypto.randomUUID() }))).toBe('NOT_FOUND');
  const followed = await desk.site.get(`/export/annex/${round}`, { headers: editor });
  expect(followed.status).toBe(405);
  expect(await taken()).toEqual([]);
});

test('the annex is read aloud as a heading and a table, in the language that was asked for, and taken down', async () => {
  const editor = await desk.as(Role.EDITOR);
  const answer = await take(editor, { trust, locale: 'nn' });
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="samband-vedlegg-2026-11-22.pdf"',
  );
  const file = Buffer.from(await answer.arrayBuffer());
  const { info, mark, texts, trees } = await readPdf(file);
  expect((mark as unknown as Map<string, boolean>).get('Marked')).toBe(true);
  expect(info).toMatchObject({
    Title: 'Vedlegg: Prøve universitetssykehus',
    Language: 'nn-NO',
  });
  const roles = rolesIn(trees[0]!);
  const count = (role: string) => roles.filter((it) => it === role).length;
  expect([count('H1'), count('Table'), count('THead')]).toEqual([1, 1, 1]);
  expect([count('TR'), count('TH'), count('TD')]).toEqual([1 + 3, 6 + 3, 5 * 3]);
  const all = texts.join(' ').normalize('NFKC');
  for (const word of ['Runde 2026', 'Svarlaget', 'ማህበር', 'Side 1']) expect(all).toContain(word);
  expect(all).not.toContain('Et annet sted');
  // What is drawn from the right is kept with the text that is read aloud, in the order of its letters.
  expect(file.includes(Buffer.from('الثقافي', 'utf16le').swap16())).toBe(true);
  expect(await taken()).toEqual([
    {
      format: 'annex',
      purpose: 'register_care',
      organisations: 3,
      people: 0,
      state: 'complete',
      search: 'Vedlegg; Runde 2026; Prøve universitetssykehus',
    },
  ]);
});

test('of a search no annex is made', async () => {
  const { errors } = await desk.asked(await desk.as(Role.EDITOR), {
    records: ['ORGANISATION'],
    format: 'ANNEX',
    purpose: 'REGISTER_CARE',
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { format: 'UNKNOWN' },
  });
});
