import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from './WholeSite.ts';

let site: WholeSite;
let paths: Awaited<ReturnType<typeof findPaths>>;
beforeAll(async () => {
  site = await WholeSite.open();
  paths = await findPaths();
});
afterAll(() => site[Symbol.asyncDispose]());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.visit(options);
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  return page;
}

/** Where some of the demo's things have their pages. */
async function findPaths() {
  const page = await open('/om');
  const ids = await page.evaluate(async () => {
    const query = `{
      organisations(text: "hibiskus", first: 1) { nodes { id } }
      stale: organisations(filter: { freshness: [STALE] }, first: 1) { nodes { id } }
      people(text: "Hodan Guled", first: 1) { nodes { id } }
      healthTrusts { id name }
    }`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    const answer = await fetch('/graphql', { method: 'POST', headers, body });
    type Found = Record<'organisations' | 'stale' | 'people', { nodes: { id: string }[] }> & {
      healthTrusts: { id: string; name: string }[];
    };
    const { data } = (await answer.json()) as { data: Found };
    return {
      organisation: data.organisations.nodes[0]?.id,
      stale: data.stale.nodes[0]?.id,
      person: data.people.nodes[0]?.id,
      trust: data.healthTrusts.find(({ name }) => name.startsWith('Akershus'))?.id,
    };
  });
  await page.context().close();
  return {
    organisation: `/virksomhet/${ids.organisation}`,
    stale: `/virksomhet/${ids.stale}`,
    trust: `/virksomhet/${ids.trust}`,
    person: `/person/${ids.person}`,
    area: '/omrade/0301',
    district: '/omrade/030110',
    map: '/?view=map&q=somali&areas=030110',
    contactSheet: '/kontaktark?q=somali+grorud',
    sheetChoice: '/kontaktark?q=somali',
    nothing: '/kontaktark?q=qwxzy',
    notThere: '/person/00000000-0000-4000-8000-000000000001',
  };
}

/** Says what a contact sheet is for, and waits until it is made. */
async function makeSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Krise/ }).click();
  await page.getByRole('button', { name: 'Skriv ut' }).waitFor();
  await page
    .getByText(/^Laget .* for krise\.$/)
    .first()
    .waitFor();
}

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const;

test.each([
  'organisation',
  'stale',
  'trust',
  'person',
  'area',
  'district',
  'map',
  'contactSheet',
  'sheetChoice',
  'nothing',
  'notThere',
] as const)('the %s page is for everybody: light and dark, wide and 320 px', async (name) => {
  const page = await open(paths[name]);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (name === 'contactSheet' || name === 'nothing') await makeSheet(page);

  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await expectForEverybody(page);
  }
  await page.context().close();
});

test('an address with a part of a page leads to that part', async () => {
  const page = await open(`${paths.organisation}#kilder`, phone);
  await page.getByRole('heading', { name: 'Kilder' }).waitFor();

  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const box = await page.getByRole('heading', { name: 'Kilder' }).boundingBox();
  expect(box?.y).toBeLessThan(844);
});

test('a value is copied, and said to be', async () => {
  const page = await open(paths.organisation, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const region = page.getByRole('region', { name: 'Kontakt' });
  await region
    .getByRole('button', { name: /^Kopier/ })
    .first()
    .click();

  await region
    .getByRole('status')
    .getByText(/er kopiert/)
    .first()
    .waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const href = await region.getByRole('link', { name: /^Ring/ }).first().getAttribute('href');
  expect(href).toBe(`tel:${copied}`);
});

test('the day that a trust is looked at is in the address', async () => {
  const page = await open(paths.trust);
  const region = page.getByRole('region', { name: 'Opptaksområde' });
  await region.getByRole('link', { name: 'Grorud, Oslo' }).waitFor();
  await region.getByLabel('Slik det var').fill('2020-01-01');

  await page.waitForURL('**?per=2020-01-01');
  await region.getByText('Ingen områder er kjent denne dagen.').waitFor();
  await region.getByRole('button', { name: 'I dag' }).click();
  await region.getByRole('link', { name: 'Grorud, Oslo' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('the map filters the search by keys alone, keeps the focus, and is filtered by it', async () => {
  const page = await open('/?view=map&q=somali');
  const grorud = page.getByRole('button', { name: /^Grorud, Oslo: \d+ treff/ });
  await grorud.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**areas=030110**');

  await expect.poll(() => grorud.getAttribute('aria-pressed')).toBe('true');
  expect(await grorud.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('checkbox', { name: /^Grorud/ }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(':focus').getAttribute('aria-label')).not.toMatch(/^Grorud/);
});

test('what is chosen on the map is told in colours that are forced, too', async () => {
  const page = await open(paths.map, { forcedColors: 'active' });
  const chosen = page.locator('.map-bubble[aria-pressed="true"]');
  await chosen.waitFor();

  expect(await chosen.locator('.map-check').count()).toBe(1);
  const [ofChosen, ofOthers] = await page.evaluate(() =>
    ['true', 'false'].map((pressed) => {
      const ring = document.querySelector(`.map-bubble[aria-pressed="${pressed}"] .map-ring`);
      return ring && getComputedStyle(ring).stroke;
    }),
  );
  expect(ofChosen).not.toBe(ofOthers);
});

test('the contact sheet is paper: no frame around it, two pages for 25, no row in two', async () => {
  const page = await open('/kontaktark?only=ORGANISATION&languages=so');
  await makeSheet(page);
  const rows = await page.locator('tbody tr').count();
  await page.emulateMedia({ media: 'print' });

  expect(rows).toBeGreaterThan(25);
  for (const gone of ['banner', 'contentinfo'] as const) {
    expect(await page.getByRole(gone).count()).toBe(0);
  }
  expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
  expect(
    await page
      .locator('tbody tr')
      .first()
      .evaluate((row) => getComputedStyle(row).breakInside),
  ).toBe('avoid');

  const paper = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const pages = paper.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1);
  expect(pages).toBeLessThanOrEqual(Math.ceil((rows / 25) * 2));
});

test('the contact sheet says how many it holds of how many, and who made it', async () => {
  const page = await open('/kontaktark?only=PERSON');
  await makeSheet(page);

  await page
    .getByText(/^Viser 100 av \d+ treff\. Snevre inn søket for å få med resten\.$/)
    .waitFor();
  expect(await page.locator('tbody tr').count()).toBe(100);
  await page
    .getByText(/av Kirsten Noorzai, koordinator, for krise\.$/)
    .first()
    .waitFor();
  await page.getByText('Arket har personopplysninger.', { exact: false }).waitFor();
});

test('what is dark on the screen is dark on white on paper', async () => {
  const page = await open(paths.person, { colorScheme: 'dark' });
  const [screen, paper, after] = await page.evaluate(() => {
    const ink = () => getComputedStyle(document.body).color;
    const onScreen = ink();
    dispatchEvent(new Event('beforeprint'));
    const onPaper = ink();
    dispatchEvent(new Event('afterprint'));
    return [onScreen, onPaper, ink()];
  });

  expect(paper).not.toBe(screen);
  expect(after).toBe(screen);
});

test('a search on paper is its hits, with nothing to press', async () => {
  const page = await open('/?q=somali+grorud', phone);
  await page.locator('[data-hit]').first().waitFor();
  await page.emulateMedia({ media: 'print' });

  expect(await page.locator('[data-hit]').first().isVisible()).toBe(true);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: /^Filtre/ }).isVisible()).toBe(false);
  expect(await page.locator('.removable svg:visible').count()).toBe(0);
});
