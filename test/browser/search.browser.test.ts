import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { violationsOf } from './violationsOf.ts';
import { WholeSite } from './WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open();
});
afterAll(() => site[Symbol.asyncDispose]());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.visit(options);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Hvem vil du nå?' });
const hits = (page: Page) => page.locator('[data-hit]');
const counted = (page: Page, count: string | RegExp) =>
  page.getByRole('heading', { level: 2, name: count }).waitFor();
const focused = (page: Page) => page.locator(':focus');

/** Notes what would have been rung, instead of leaving the page. */
const noteRinging = (page: Page) =>
  page.evaluate(() => {
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link?.href.startsWith('tel:')) return;
      event.preventDefault();
      document.body.dataset['rang'] = link.href;
    });
  });

/** States what the tab is used for, as one does: by asking for the first number. */
async function stateCrisis(page: Page): Promise<void> {
  await page.goto('/?q=somali+grorud&only=PERSON');
  await page
    .getByRole('button', { name: /^Vis nummer/ })
    .first()
    .click();
  await page
    .getByRole('dialog', { name: 'Hva skal du bruke nummeret til?' })
    .getByRole('button', { name: /^Krise/ })
    .click();
  await page.getByText('Du leser for: krise').waitFor();
}

test('the purpose is asked for in a dialog that everybody can use, told while it holds, and the number takes the focus', async () => {
  const page = await open('/?q=somali+grorud&only=PERSON');
  await page.setViewportSize({ width: 320, height: 800 });
  const button = page.getByRole('button', { name: /^Vis nummer/ }).first();
  await button.scrollIntoViewIfNeeded();
  const before = await button.boundingBox();
  await button.press('Enter');
  const asking = page.getByRole('dialog', { name: 'Hva skal du bruke nummeret til?' });
  await asking.waitFor();
  await expectForEverybody(page);

  await page.keyboard.press('Escape');
  await button.and(focused(page)).waitFor();
  expect(await page.getByText('Du leser for').count()).toBe(0);

  await page.keyboard.press('Enter');
  await asking.getByRole('button', { name: /^Krise/ }).press('Enter');
  const call = page.getByRole('link', { name: /^Ring/ }).and(focused(page));
  await call.waitFor();
  const after = await call.boundingBox();
  expect([after?.y, after?.height]).toEqual([before?.y, before?.height]);
  await expectForEverybody(page);
});

test('the purpose lasts in the tab, and nowhere else; ending it masks what was shown', async () => {
  const page = await open('/');
  await stateCrisis(page);
  await page.reload();
  await page.getByText('Du leser for: krise').waitFor();
  const other = await page.context().newPage();
  await other.goto('/?q=somali+grorud&only=PERSON');
  await hits(other).first().waitFor();
  expect(await other.getByText('Du leser for').count()).toBe(0);

  await page
    .getByRole('button', { name: /^Vis nummer/ })
    .first()
    .click();
  const call = page.getByRole('link', { name: /^Ring/ });
  await call.waitFor();
  await page.getByRole('button', { name: 'Avslutt' }).click();
  await call.waitFor({ state: 'detached' });
  expect(await page.getByText('Du leser for').count()).toBe(0);
  await page.getByRole('main').and(focused(page)).waitFor();
});

test('who signs out leaves no purpose to the next one in the tab', async () => {
  const page = await open('/');
  await stateCrisis(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Logg inn i Samband' }).waitFor();
  expect(await page.getByText('Du leser for').count()).toBe(0);

  await page.context().addCookies(cookies);
  await page.goto('/?q=somali+grorud&only=PERSON');
  await hits(page).first().waitFor();
  expect(await page.getByText('Du leser for').count()).toBe(0);
});

test.each([
  ['somali grorud', /somali.*Dekker Grorud/],
  ['hodan guled', /Hodan Guled.*somali/],
])(
  'once it is said what for, three interactions by keyboard alone lead from the open page to a phone that rings: %s',
  async (words, about) => {
    const page = await open('/');
    await stateCrisis(page);
    await page.goto('/');
    await noteRinging(page);
    await field(page).and(focused(page)).waitFor();

    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: /^Ring/ }).and(focused(page)).waitFor();
    await page.keyboard.press('Enter');

    expect(await page.getAttribute('body', 'data-rang')).toMatch(/^tel:\+47\d{8}$/);
    const first = page.getByRole('listitem').filter({ has: focused(page) });
    expect(await first.textContent()).toMatch(about);
  },
);

test('on a phone, the number is a tap away as soon as the words are written, and to tap where it was asked for', async () => {
  const page = await open('/', phone);
  await stateCrisis(page);
  await page.goto('/');
  await field(page).tap();
  await page.keyboard.type('hodan guled');
  await counted(page, /treff/);

  const button = page.getByRole('button', { name: /^Vis nummer/ }).first();
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(844);
  await button.tap();

  const call = page.getByRole('link', { name: /^Ring/ }).and(focused(page));
  await call.waitFor();
  expect(await call.getAttribute('href')).toMatch(/^tel:/);
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test('a number that is asked for while the line is cut says that it is not fetched, and comes by itself', async () => {
  const page = await open('/');
  await stateCrisis(page);
  await page.goto('/?q=somali+grorud&only=PERSON');
  await hits(page).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.route('**/graphql', (route) => route.abort());
  const button = page.getByRole('button', { name: /^Vis nummer/ }).first();
  await button.click();
  await page.getByText('Ikke hentet. Linjen er brutt').waitFor();

  await page.unroute('**/graphql');
  await page.getByRole('link', { name: /^Ring/ }).and(focused(page)).waitFor();
});

test('arrows go through the hits and to the way to reach each, Enter opens, Escape returns', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await hits(page).nth(1).and(focused(page)).waitFor();
  await page.keyboard.press('ArrowRight');
  const reach = page.locator('.hit-action :is(a, button)').and(focused(page));
  await reach.waitFor();
  expect(await reach.textContent()).toMatch(/^(Vis|Ring|Send|Skriv)/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await field(page).and(focused(page)).waitFor();
  await page.keyboard.press('Escape');
  expect(await field(page).inputValue()).toBe('');

  await page.keyboard.type('arabisk');
  await page.keyboard.press('ArrowDown');
  await hits(page).first().and(focused(page)).waitFor();
  const name = await focused(page).textContent();
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { level: 1, name: name ?? '' })
    .and(focused(page))
    .waitFor();
  expect(await page.title()).toContain(name);

  await page.keyboard.press('/');
  await field(page).and(focused(page)).waitFor();
});

test('back and forward are exact: words, filters, pages opened, place on the page, focus', async () => {
  const page = await open('/');
  await field(page).and(focused(page)).waitFor();
  await page.keyboard.type('arabisk');
  const narrowed = page.waitForResponse((answer) =>
    Boolean(answer.request().postData()?.includes('"hasPhone":true')),
  );
  await page.getByRole('checkbox', { name: /^Har telefon/ }).check();
  await page.waitForURL('**/?q=arabisk&hasPhone=true');
  // Until then the wider answer is on the screen, and its button for more.
  const { data } = (await (await narrowed).json()) as { data: { search: { totalCount: number } } };
  await counted(page, `${data.search.totalCount} treff`);
  await page.getByRole('button', { name: 'Vis flere treff' }).click();
  await hits(page).nth(20).and(focused(page)).waitFor();
  const opened = hits(page).nth(30);
  const id = await opened.getAttribute('data-hit');
  await opened.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await opened.click();
  await page.waitForURL(`**/${id}`);
  await page.getByRole('heading', { level: 1 }).and(focused(page)).waitFor();

  await page.goBack();
  await page.locator(`[data-hit="${id}"]:focus`).waitFor();
  expect(await hits(page).count()).toBeGreaterThan(30);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  expect(await page.getByRole('checkbox', { name: /^Har telefon/ }).isChecked()).toBe(true);

  await page.goBack();
  await page.waitForURL('**/?q=arabisk');
  expect(await page.getByRole('checkbox', { name: /^Har telefon/ }).isChecked()).toBe(false);
  await page.goBack();
  await page.waitForURL(`${site.origin}/`);
  expect(await field(page).inputValue()).toBe('');
  await page.goForward();
  expect(await field(page).inputValue()).toBe('arabisk');
});

test('a word that was understood is shown, and taking it away widens the search', async () => {
  const page = await open('/?q=somali+grorud');
  await page.getByRole('button', { name: /^Somali.*fjern «somali» fra søket/ }).click();
  await page.waitForURL('**/?q=grorud');
  const grorud = page.getByRole('button', { name: /^Grorud.*fjern «grorud» fra søket/ });
  await grorud.and(focused(page)).waitFor();
  expect(await field(page).inputValue()).toBe('grorud');
  await hits(page).first().waitFor();

  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/`);
  await field(page).and(focused(page)).waitFor();
});

test('a word that the address says is ordinary is read as that, and as usual without', async () => {
  const page = await open('/?q=somali+grorud&asText=grorud');
  await page.getByRole('button', { name: /^«grorud».*fjern/ }).click();
  await page.waitForURL('**/?q=somali+grorud');
  await page.getByRole('button', { name: /^Grorud.*fjern «grorud» fra søket/ }).waitFor();
});

test('a filter is found among many by plain letters', async () => {
  const page = await open('/?q=somali');
  const places = page.getByRole('group', { name: 'Sted' });
  await places.getByRole('button', { name: /^Vis alle/ }).click();
  await places.getByRole('searchbox', { name: 'Finn i listen' }).fill('ostfold');
  await places.getByRole('checkbox', { name: /^Østfold/ }).check();
  await page.waitForURL('**/?q=somali&areas=31');
});

test('when nothing is found, it says what to let go of and what that would give', async () => {
  const page = await open('/?q=somali+qwxzy');
  await page.getByRole('button', { name: /Uten «qwxzy»/ }).click();
  await page.waitForURL('**/?q=somali');
  await hits(page).first().waitFor();
});

test('whoever has chosen the dark prints on white all the same', async () => {
  const page = await open('/?q=somali+grorud', { colorScheme: 'dark' });
  await page.evaluate(() => localStorage.setItem('samband.appearance', 'dark'));
  await page.reload();
  await hits(page).first().waitFor();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      document.body.dataset['paper'] = getComputedStyle(document.body).backgroundColor;
    }),
  );
  await page.pdf();

  const paper = (await page.getAttribute('body', 'data-paper'))?.match(/\d+/g)?.map(Number) ?? [0];
  expect(Math.min(...paper)).toBeGreaterThan(240);
  await expect.poll(background).toBe(dark);
});

test('an older answer never takes the place of a newer one', async () => {
  const page = await open('/');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (/"text":"som"/.test(route.request().postData() ?? '')) await held;
    await route.continue().catch(() => {});
  });
  await field(page).and(focused(page)).waitFor();
  await page.keyboard.type('somali grorud');
  await page.getByRole('button', { name: /^Grorud/ }).waitFor();
  const count = await page.getByRole('heading', { level: 2 }).first().textContent();
  release();
  await page.waitForLoadState('networkidle');

  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(count);
});

/** Keeps the questions of letters on their way until they are let through. */
async function holdLetters(page: Page) {
  const held: { text: string; let: () => void }[] = [];
  await page.route('**/graphql', async (route) => {
    const text = /"text":"([a-z]+)"/.exec(route.request().postData() ?? '')?.[1];
    if (text) await new Promise<void>((resolve) => held.push({ text, let: resolve }));
    await route.continue().catch(() => {});
  });
  const isAsked = (text: string) =>
    expect.poll(() => held.map((each) => each.text)).toContain(text);
  const answer = (text: string) => held.forEach((each) => each.text === text && each.let());
  return { isAsked, answer };
}

const answered = (page: Page, text: string) =>
  page.locator(`.search-results[data-answers="${text}"]`);
const start = (page: Page) => page.getByRole('heading', { name: 'I registeret', exact: true });

/** From now on nothing is late until it is told to be. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

test('on a line slower than the typing, letters are answered on the way, the start stays until the first of them is, and the last count is said alone', async () => {
  const page = await open('/');
  await field(page).and(focused(page)).waitFor();
  const { isAsked, answer } = await holdLetters(page);
  const said = page.getByRole('status').filter({ hasText: /treff/ });
  await stopClock(page);
  await page.keyboard.type('s');
  await isAsked('s');
  expect(await start(page).count()).toBe(1);
  await page.keyboard.type('omali');
  await isAsked('somali');

  answer('s');
  await answered(page, 's').waitFor();
  expect(await field(page).inputValue()).toBe('somali');
  await page.clock.runFor(1_000);
  expect(await said.count()).toBe(0);

  answer('somali');
  await answered(page, 'somali').waitFor();
  for (const text of ['so', 'som', 'soma', 'somal']) answer(text);
  await page.clock.runFor(1_000);
  await said.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await answered(page, 'somali').count()).toBe(1);
});

test('what was found before the field was cleared is not shown for other letters, on however slow a line', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  const { isAsked, answer } = await holdLetters(page);
  await page.keyboard.press('Escape');
  await start(page).waitFor();
  await stopClock(page);
  await page.keyboard.type('hodan');
  await isAsked('hodan');
  expect([await start(page).count(), await hits(page).count()]).toEqual([1, 0]);
  await page.clock.runFor(1_000);
  await page.locator('.search-results[data-slow]').waitFor();
  expect([await start(page).count(), await hits(page).count()]).toEqual([0, 0]);

  answer('hodan');
  await hits(page).first().waitFor();
  expect(await hits(page).first().textContent()).toMatch(/^Hodan/);
});

test('who goes on to the hits before they are there comes to those of what is asked, unless they went elsewhere meanwhile', async () => {
  const page = await open('/?q=arabisk');
  await hits(page).first().waitFor();
  const { isAsked, answer } = await holdLetters(page);
  await field(page).fill('hodan');
  await page.keyboard.press('ArrowDown');
  await isAsked('hodan');
  answer('hodan');
  await hits(page).first().and(focused(page)).waitFor();
  expect(await focused(page).textContent()).toMatch(/^Hodan/);

  await field(page).fill('somali');
  await page.keyboard.press('ArrowDown');
  const filter = page.getByRole('checkbox', { name: /^Har telefon/ });
  await filter.focus();
  await isAsked('somali');
  answer('somali');
  await answered(page, 'somali').waitFor();
  expect(await filter.and(focused(page)).count()).toBe(1);
});

test('when the line is cut, what is on the screen stays, and the answer comes when it is back', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  const before = await hits(page).count();
  await page.context().setOffline(true);
  await page.keyboard.type(' grorud');
  await page.getByText('Ingen kontakt med Samband').waitFor();
  expect(await hits(page).count()).toBe(before);
  expect(await field(page).inputValue()).toBe('somali grorud');

  await page.context().setOffline(false);
  await page.getByRole('button', { name: /^Grorud/ }).waitFor();
  expect(await page.getByText('Ingen kontakt med Samband').count()).toBe(0);
});

test('what a hit opens is fetched ahead, but not while somebody types', async () => {
  const page = await (await site.visit()).newPage();
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/(Organisation|Person)Screen/.test(request.url())) fetched.push(request.url());
  });
  const begun = Date.now();
  await page.clock.install({ time: begun });
  await page.clock.pauseAt(begun + 1_000);
  await page.goto('/');
  await field(page).waitFor();
  for (const letter of 'soma') {
    await page.clock.runFor(1_500);
    await field(page).press(letter);
  }
  await page.clock.runFor(1_500);
  expect(fetched).toEqual([]);
  await page.clock.runFor(1_000);
  await expect.poll(() => fetched.length).toBeGreaterThan(1);
});

test('what is opened while the line is cut says so, has a way back, and comes by itself', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.route('**/graphql', (route) => route.abort());
  const name = (await hits(page).first().textContent()) ?? '';
  await hits(page).first().click();
  await page.getByRole('heading', { name: 'Dette er ikke hentet ennå' }).waitFor();
  await page.getByRole('link', { name: 'Tilbake til treffene' }).click();
  await hits(page).first().and(focused(page)).click();
  await page.getByRole('heading', { name: 'Dette er ikke hentet ennå' }).waitFor();

  await page.unroute('**/graphql');
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

test('another language is spoken at once, and nothing that was asked is lost', async () => {
  const page = await open('/?q=somali+grorud');
  await hits(page).first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('searchbox', { name: 'Whom do you want to reach?' }).waitFor();
  await page.getByText('Covers Grorud').first().waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(new URL(page.url()).search).toBe('?q=somali+grorud');

  await page.reload();
  await page.getByText('Covers Grorud').first().waitFor();
});

test('who was signed out is told so where they are, and comes back there', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.keyboard.type(' grorud', { delay: 150 });
  await page.getByRole('heading', { level: 1, name: 'Økten er slutt' }).waitFor();
  const signIn = page.getByRole('link', { name: 'Logg inn' });
  expect(await signIn.getAttribute('href')).toBe('/signin?returnTo=%2F%3Fq%3Dsomali%2Bgrorud');

  await page.context().addCookies(cookies);
  await page.reload();
  await hits(page).first().waitFor();
});

test('who signs out in one tab is signed out in all of them', async () => {
  const page = await open('/?q=somali');
  await hits(page).first().waitFor();
  const other = await page.context().newPage();
  await other.goto('/?q=arabisk');
  await hits(other).first().waitFor();
  await page.context().clearCookies();
  await other.reload();
  await other.getByRole('heading', { level: 1, name: 'Logg inn i Samband' }).waitFor();

  await page.getByRole('heading', { level: 1, name: 'Økten er slutt' }).waitFor();
  expect(await hits(page).count()).toBe(0);
});

test('the filters of a phone are a sheet that keeps the focus and gives it back', async () => {
  const page = await open('/?q=somali', phone);
  const button = page.getByRole('button', { name: 'Filtre', exact: true });
  await button.click();
  const sheet = page.getByRole('dialog', { name: 'Filtre' });
  await sheet
    .getByRole('checkbox', { name: /^Personer|Formidler i krise/ })
    .first()
    .check();
  await page.waitForURL('**/?q=somali&willingness=CRISIS_MESSENGER');
  await sheet.getByRole('button', { name: /^Vis .* treff/ }).click();
  await page.getByRole('button', { name: 'Filtre (1)' }).and(focused(page)).waitFor();

  await page.getByRole('button', { name: 'Filtre (1)' }).click();
  await sheet.waitFor();
  await page.goBack();
  await sheet.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?q=somali&willingness=CRISIS_MESSENGER');
  await page.goBack();
  await page.waitForURL('**/?q=somali');
});

test.each([
  ['/', 'light', 1440],
  ['/', 'dark', 390],
  ['/?q=somali+grorud', 'dark', 1440],
  ['/?q=somali+grorud', 'light', 390],
  ['/?q=somali+grorud&languages=so&hasPhone=true&only=PERSON', 'light', 320],
  ['/?q=qwxzy', 'light', 1440],
  ['/?q=qwxzy', 'dark', 320],
  [`/?q=${'qwxzy'.repeat(40)}&asText=${'qwxzy'.repeat(40)}`, 'light', 390],
  ['/?view=map&q=somali', 'light', 1440],
  ['/?view=map&q=somali', 'dark', 320],
  ['/tilgjengelighet', 'light', 320],
  ['/tilgjengelighet', 'dark', 1440],
  ['/om', 'dark', 320],
  ['/om', 'light', 1440],
  ['/finnes-ikke', 'light', 320],
  ['/finnes-ikke', 'dark', 1440],
] as const)('%s is for everybody: %s, %d px wide', async (path, colorScheme, width) => {
  const page = await open(path, { colorScheme, viewport: { width, height: 800 } });
  await page.waitForLoadState('networkidle');
  await expectForEverybody(page);
  await page.context().close();
});

test.each(['light', 'dark'] as const)('a stranger meets a way in, in %s', async (colorScheme) => {
  const page = await open('/?q=somali', {
    colorScheme,
    storageState: { cookies: [], origins: [] },
  });
  await page.getByRole('heading', { level: 1, name: 'Logg inn i Samband' }).waitFor();

  expect(await violationsOf(page)).toEqual([]);
  expect(await page.getByRole('link', { name: 'Logg inn' }).getAttribute('href')).toBe(
    '/signin?returnTo=%2F%3Fq%3Dsomali',
  );
});
