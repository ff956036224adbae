import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Area } from '#schema/vocabulary/Area.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { anOpenRound } from '#test/review/call/callExamples.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Registerkontakt' });
});
afterAll(() => site[Symbol.asyncDispose]());

/** Two busy cores are slow at times. */
const patient = { timeout: 30_000 };

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
] as const;

/** Nothing that axe finds, and nothing that stands out of the screen. With SHOTS it is also drawn, for eyes. */
async function isForEverybody(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) mkdirSync(folder, { recursive: true });
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    if (folder) {
      const path = join(folder, `${name}-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    await expectForEverybody(page, `${name} at ${width}`);
  }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const current = (page: Page) => page.locator('li[aria-current] h2').textContent();

/** Fifty organisations of Oslo that say what they are called, each by a link. */
async function fiftyPropose(): Promise<void> {
  const em = site.database.orm.em.fork();
  const oslo = await em.findOneOrFail(Area, { code: '0301' });
  const fifty = Array.from({ length: 50 }, (_none, at) =>
    anOrganisation({ name: `Prøve forening ${at + 1}`, servedAreas: [oslo] }),
  );
  await em.persist(fifty).flush();
  await site.database.pool.query(
    `with made as (
       select id, name, row_number() over (order by id) as at from organisation where id = any($1::uuid[])
     ), sent as (
       insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by, issued_at, expires_on)
       select gen_random_uuid(), 'organisation', id, gen_random_uuid(), 'review', 'so', encode(sha256(('t' || id)::bytea), 'hex'),
         encode(sha256(('c' || id)::bytea), 'hex'), gen_random_uuid(), '2026-11-20T08:00:00Z', '2026-12-24' from made
       returning id, record_id
     )
     insert into change_proposal (id, organisation_id, link_id, language, field_group, changes, fingerprint, proposed_at, proposed_on)
     select gen_random_uuid(), made.id, sent.id, 'so', 'name',
       json_build_array(json_build_object('field', 'name', 'before', name, 'after', name || ' i Oslo')), made.id::text,
       timestamptz '2026-11-20T12:00:00Z' + at * interval '1 second', '2026-11-20'
     from made join sent on sent.record_id = made.id`,
    [fifty.map(({ id }) => id)],
  );
}

/** Opens a page and waits for its heading. */
async function open(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await heading(page, name).waitFor();
}

test(
  'one works through fifty proposals by keys alone: accept, adjust, ask back, refuse, take back',
  { timeout: 180_000 },
  async () => {
    await fiftyPropose();
    const context = await site.visit({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, '/forslag', 'Forslag');
    await page.getByText('50 forslag venter').waitFor();
    const states = async () => {
      const { rows } = await site.database.pool.query<{ state: string; count: number }>(
        'select state, count(*)::integer as count from change_proposal group by state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    };

    // Four are right: a key each.
    for (let left = 49; left >= 46; left -= 1) {
      const before = await current(page);
      await page.keyboard.press('a');
      await page.getByText(`${left} forslag venter`).waitFor();
      expect(await current(page)).not.toBe(before);
    }
    // One is nearly right.
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.press('End');
    await page.keyboard.type(', Norge');
    await page.keyboard.press('Enter');
    await page.getByText('45 forslag venter').waitFor();
    // One is not clear, and one is not right.
    await page.keyboard.press('s');
    await page.keyboard.type('Gjelder det hele foreningen?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('44 forslag venter').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Et annet navn står i vedtektene.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('43 forslag venter').waitFor();
    // And the last was a mistake.
    await page.keyboard.press('u');
    await page.getByText('44 forslag venter').waitFor();
    expect(await states()).toEqual({ accepted: 5, asked: 1, open: 44 });
    const { rows } = await site.database.pool.query(
      `select from organisation where name like '% i Oslo, Norge'`,
    );
    expect(rows).toHaveLength(1);

    // Whoever looks one up and comes back is where they were.
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const name = (await current(page)) ?? '';
    await page.locator('li[aria-current] h2 a').press('Enter');
    await heading(page, name).waitFor();
    await page.goBack();
    await heading(page, 'Forslag').waitFor();
    await expect
      .poll(
        () => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent),
        patient,
      )
      .toBe(name);
    expect(await current(page)).toBe(name);
    await context.close();
  },
);

test(
  'proposals, requests and the archive are for everybody, empty and with something in them',
  { timeout: 180_000 },
  async () => {
    const context = await site.visit({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await site.database.pool.query('delete from change_proposal where decided_at is not null');
    await site.database.pool.query(
      'delete from change_proposal where id not in (select id from change_proposal limit 2)',
    );
    await open(page, '/forslag', 'Forslag');
    await page.getByText('2 forslag venter').waitFor();
    await isForEverybody(page, 'proposals');
    await page.keyboard.press('r');
    await page.getByLabel('Hvorfor tar vi det ikke inn?').waitFor();
    await isForEverybody(page, 'proposal-refused');

    await open(page, '/henvendelser', 'Henvendelser');
    await page.getByText('Ingen henvendelser venter').waitFor();
    await isForEverybody(page, 'stops-none');
    await site.database.pool.query(
      `insert into stop_request (id, organisation_id, language, kind, reason, asked_at)
     select gen_random_uuid(), id, 'ar', kind, 'لا نريد أن نكون هنا', timestamptz '2026-11-20T12:00:00Z' - at * interval '20 days'
     from (select id, row_number() over (order by id) as at from organisation where served_areas && array[301] order by id limit 3) as it
     join (values (1, 'pause'), (2, 'object'), (3, 'remove')) as kinds (n, kind) on kinds.n = it.at`,
    );
    await page.reload();
    await page.getByLabel('Hva er gjort?').first().waitFor();
    expect(await page.getByLabel('Hva er gjort?').count()).toBe(3);
    await page.getByLabel('Hva er gjort?').first().fill('Dere får fred til våren.');
    await isForEverybody(page, 'stops');
    await page.getByLabel('Hva er gjort?').first().press('Control+Enter');
    await page.getByText(/^Svaret er på vei til/).waitFor();
    await expect.poll(() => page.getByLabel('Hva er gjort?').count(), patient).toBe(2);

    await open(page, '/arkiv', 'Arkiv');
    await page.getByRole('heading', { name: 'Personer' }).waitFor();
    await isForEverybody(page, 'archive');
    await context.close();
  },
);

/** Three that have not answered, and no other round than theirs: one reads Somali, one is being rung by somebody else. */
async function threeToRing(): Promise<void> {
  await site.database.pool.query('delete from review_round');
  const em = site.database.orm.em.fork();
  const oslo = await em.findOneOrFail(Area, { code: '0301' });
  const round = await anOpenRound(site.database);
  for (const [name, language] of [
    ['Akershus prøvelag', 'pl'],
    ['Solrosen prøvelag', 'so'],
    ['Ørnen prøvelag', 'ar'],
  ] as const) {
    const organisation = anOrganisation({ name, servedAreas: [oslo] });
    await em.persist([organisation, aContactPoint(organisation, { value: '+4700000123' })]).flush();
    await site.database.pool.query(
      `insert into review_request (id, round_id, organisation_id, language, channel, sent_at)
       values (gen_random_uuid(), $1, $2, $3, 'email', '2026-10-02T08:00:00Z')`,
      [round, organisation.id, language],
    );
  }
  await site.database.pool.query(
    `insert into work_claim (kind, subject, by_id, by_name, expires_at)
     select 'call', q.id::text, gen_random_uuid(), 'Kari Prøve', '2099-01-01T12:00:00Z'
     from review_request q join organisation o on o.id = q.organisation_id where o.name = 'Ørnen prøvelag'`,
  );
}

/** States what the tab is used for, as one does: by asking for a number. */
async function statePurpose(page: Page): Promise<void> {
  await page.goto('/?q=somali+grorud&only=PERSON');
  const numbers = page.getByRole('button', { name: /^Vis nummer/ });
  await numbers.first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Stell av registeret/ })
    .click();
  await page.getByText('Du leser for: stell av registeret').waitFor();
}

/** On a telephone, what came of a call is chosen at the lower edge, where the stated purpose stands, too. */
async function standsAboveTheStrip(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.locator('.call-outcomes').evaluate((outcomes) => outcomes.scrollIntoView());
  const lowerEdge = async () => {
    const box = await page.locator('.call-outcome-buttons').boundingBox();
    return box ? box.y + box.height : Number.NaN;
  };
  const strip = page.getByRole('complementary', { name: 'Formål' });
  await expect
    .poll(async () => (await lowerEdge()) <= ((await strip.boundingBox())?.y ?? 0) + 1, patient)
    .toBe(true);
}

const names = (page: Page) => page.locator('[data-call-open]').allTextContents();

test(
  'one rings by keys: takes the one whose language one speaks, confirms, takes it back, and loses nothing when the line is cut',
  { timeout: 180_000 },
  async () => {
    await threeToRing();
    const context = await site.visit({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, '/min-konto', 'Min konto');
    await page.getByRole('combobox', { name: 'Språk', exact: true }).fill('Somali');
    await page.getByRole('option', { name: 'Somali' }).click();
    // What was chosen stands there before it is sent.
    await page
      .locator('#ringesprak')
      .getByRole('button', { name: /Somali/ })
      .waitFor();
    await page.locator('#ringesprak').getByRole('button', { name: 'Lagre' }).press('Enter');
    await page.getByText('Lagret.').waitFor();

    await statePurpose(page);
    await open(page, '/ringeliste', 'Ringeliste');
    await page.getByText('Øverst fordi du snakker somali').waitFor();
    expect(await names(page)).toEqual(['Solrosen prøvelag', 'Akershus prøvelag', 'Ørnen prøvelag']);
    expect(await page.getByRole('button', { name: 'Jeg ringer' }).count()).toBe(2);
    await page.getByText(/^Kari Prøve ringer/).waitFor();
    await isForEverybody(page, 'calls');

    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.getByText(/^Du ringer, til/).waitFor();
    expect(await page.locator('blockquote[lang=so]').textContent()).toContain('Ragnar Tveitan');
    await page.locator('.call-numbers a[href="tel:+4700000123"]').waitFor();
    await isForEverybody(page, 'call-sheet');
    await standsAboveTheStrip(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: /Det stemmer/ }).isVisible()).toBe(false);
    expect(await page.locator('.call-print').last().innerText()).toMatch(/\+47\s000\s00\s123/);
    await page.emulateMedia({ media: 'screen' });

    await page.keyboard.press('1');
    await expect.poll(() => names(page), patient).toEqual(['Akershus prøvelag', 'Ørnen prøvelag']);
    await page.getByText('Solrosen prøvelag: Det stemmer').waitFor();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => names(page), patient)
      .toEqual(['Solrosen prøvelag', 'Akershus prøvelag', 'Ørnen prøvelag']);

    // Who takes it back is on to it again. Nobody answers; then a day is agreed.
    const row = page.locator('[data-row]').filter({ hasText: 'Solrosen prøvelag' });
    await row.getByRole('button', { name: /Ingen svarte/ }).press('Enter');
    await page.getByText('Ringt én gang uten svar').waitFor();
    const again = page.locator('[data-row]').filter({ hasText: 'Solrosen prøvelag' });
    await again.getByRole('button', { name: /Ring senere/ }).press('Enter');
    await page.getByLabel('Når skal de ringes?').fill('2099-01-01T10:00');
    await page.getByLabel('Når skal de ringes?').press('Enter');
    await page.getByText(/Dagen er for langt frem/).waitFor();
    await page.getByLabel('Når skal de ringes?').fill('2026-11-23T10:00');
    await page.getByLabel('Når skal de ringes?').press('Enter');
    await expect.poll(() => names(page), patient).toEqual(['Akershus prøvelag', 'Ørnen prøvelag']);
    await page.getByText('Én har bedt om å bli ringt senere').waitFor();

    // The line is cut in the middle of a call.
    const other = page.locator('[data-row]').filter({ hasText: 'Akershus prøvelag' });
    await other.getByRole('button', { name: 'Jeg ringer' }).press('Enter');
    await other.getByRole('button', { name: /Vil ikke svare/ }).waitFor();
    await context.setOffline(true);
    await other.getByRole('button', { name: /Vil ikke svare/ }).press('Enter');
    await page.getByText(/^Ikke sendt ennå: Akershus prøvelag/).waitFor();
    await context.setOffline(false);
    await page.getByText(/^Ikke sendt ennå: Akershus prøvelag/).waitFor({ state: 'detached' });
    await expect.poll(() => names(page), patient).toEqual(['Ørnen prøvelag']);
    const { rows } = await site.database.pool.query(
      `select o.name, q.outcome from review_request q join organisation o on o.id = q.organisation_id where outcome is not null`,
    );
    expect(rows).toEqual([{ name: 'Akershus prøvelag', outcome: 'declined' }]);
    await context.close();
  },
);
