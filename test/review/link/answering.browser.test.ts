import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { personWithLink } from '#test/access/link/personWithLink.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { openBrowser } from '#test/support/browser.ts';
import { cloneOf } from '#test/support/world.ts';

let browser: Browser;
let desk: LinkDesk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([
    openBrowser(),
    cloneOf(inject('templateUrl')).then((database) => LinkDesk.open(database)),
  ]);
});
afterAll(async () => {
  await browser.close();
  await desk[Symbol.asyncDispose]();
});

const narrow = { width: 320, height: 640 };

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport: narrow,
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** As whoever has no pointer comes there. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  const isThere = () => place.evaluate((it) => it === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await isThere()).toBe(true);
}

const picture = async (page: Page, name: string) => {
  const folder = process.env['SAMBAND_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test('in Arabic at 320 px an organisation answers question by question, right to left', async () => {
  const { token } = await desk.issued({ name: 'جمعية المثال', language: 'AR' });
  const page = await openPage({ colorScheme: 'dark' });
  await page.goto(`${desk.origin}/l?lang=ar#${token}`);
  await page.locator('button[name=open]').click();
  await page.waitForURL('**/l/answer*');
  await expectForEverybody(page, 'the facts');
  await picture(page, 'review-facts-ar-320');
  // The languages come first, before anything else one can reach.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bokmål');

  await page.getByRole('link', { name: 'ابدأ' }).click();
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  for (let at = 1; at <= 5; at += 1) {
    expect(await page.textContent('h1')).toBe('هل ما زال هذا صحيحاً؟');
    // Numbers stand apart from what is written the other way.
    expect((await page.textContent('main'))?.replaceAll(/[\u2068\u2069]/g, '')).toContain(
      `السؤال ${at} من 5`,
    );
    expect(await overflowOf(page), `question ${at}`).toBe(0);
    if (at === 1) {
      await expectForEverybody(page, 'a question');
      await picture(page, 'review-question-ar-320');
    }
    await page.getByRole('button', { name: 'نعم' }).click();
  }
  await page.waitForURL('**/l/review/done*');
  expect(await page.textContent('h1')).toBe('شكراً على مساعدتكم!');
  await expectForEverybody(page, 'the receipt');
  await picture(page, 'review-done-ar-320');
});

test('without a script all of it works: the code typed in, two presses, a receipt to print', async () => {
  const { code } = await desk.issued({ name: 'Prøve kvinneforening' });
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(`${desk.origin}/l`);
  await page.getByLabel('Kode fra brevet').fill(code);
  await page.getByRole('button', { name: 'Vis opplysningene' }).click();
  await picture(page, 'review-facts-nb-320');
  await page.getByRole('button', { name: 'Alt stemmer' }).click();
  expect(await page.textContent('h1')).toBe('Takk for hjelpen!');
  expect(await page.getByRole('button', { name: 'Skriv ut' }).count()).toBe(0);
  await picture(page, 'review-done-nb-320');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test('in bokmål, wide and light, one goes back, changes the language and goes on', async () => {
  const { token } = await desk.issued({ name: 'Prøve kvinneforening' });
  const page = await openPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${desk.origin}/l#${token}`);
  await page.locator('button[name=open]').click();
  await page.waitForURL('**/l/answer*');
  await expectForEverybody(page, 'the facts');
  await page.getByRole('link', { name: 'Begynn' }).click();
  await page.getByRole('button', { name: 'Ja' }).click();
  await page.getByRole('link', { name: 'Tilbake' }).click();
  expect(await page.textContent('main')).toContain('Spørsmål 1 av 5');
  await page.getByRole('link', { name: 'Soomaali' }).click();
  expect(await page.textContent('h1')).toBe('Weli ma sax baa?');
  await expectForEverybody(page, 'a question in Somali');
  await picture(page, 'review-question-so-1280');
});

test('without a script, in Arabic at 320 px, one says what is right, and is told at the field what will not do', async () => {
  const { code } = await desk.issued({ name: 'جمعية المثال', language: 'AR' });
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(`${desk.origin}/l?lang=ar`);
  await page.locator('input[name=code]').fill(code);
  await page.locator('button[name=open]').click();
  await page.goto(`${desk.origin}/l/review/contact`);
  await page.getByRole('link', { name: 'تغيير' }).click();
  expect(await page.textContent('h1')).toBe('ما هو الصحيح؟');
  await picture(page, 'review-change-ar-320');
  await page.locator('input[name=newValue]').fill('ليس عنواناً');
  await page.getByRole('button', { name: 'إرسال الاقتراح' }).click();
  expect(await page.getByRole('alert').textContent()).toBe('هذا ليس عنوان بريد إلكتروني.');
  // Far down a long page: one is taken there.
  await expect(page.locator('input[name=newValue]:focus').count()).resolves.toBe(1);
  await page.locator('input[name=newValue]').fill('ny@example.org');
  await page.getByRole('button', { name: 'إرسال الاقتراح' }).click();
  expect(await page.getByRole('status').textContent()).toContain('شكراً!');
});

test('a person answers about themselves in Arabic at 320 px without script, and says in their own words what is to be another', async () => {
  const { code, personId } = await personWithLink(desk);
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(`${desk.origin}/l?lang=ar`);
  await page.locator('input[name=code]').fill(code);
  await page.locator('input[name=code]').press('Enter');
  await page.waitForURL('**/l/answer*');
  expect(await page.textContent('main')).toContain('أنت مستعد للمشاركة في');
  expect(await overflowOf(page)).toBe(0);
  await picture(page, 'review-person-facts-ar-320');
  await page.getByRole('link', { name: 'ابدأ' }).click();
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  await page.getByRole('button', { name: 'نعم' }).click();
  await page.waitForURL('**/l/review/affiliations*');
  expect(await overflowOf(page)).toBe(0);
  await picture(page, 'review-person-question-ar-320');
  await page.locator('button[value=change]').click();
  await page.waitForURL('**/l/review/affiliations/change*');
  expect(await overflowOf(page)).toBe(0);
  await picture(page, 'review-person-own-words-ar-320');
  const own = page.url();
  await page.locator('.ways a').first().click();
  await page.waitForURL('**/l/review/languages*');
  const { rows } = await desk.pool.query('select groups from verification where person_id = $1', [
    personId,
  ]);
  expect(rows).toEqual([{ groups: ['contact'] }]);
  const { hostname } = new URL(desk.origin);
  const cookies = (await page.context().cookies()).filter(({ domain }) => domain === hostname);
  // axe needs script, which the page does not.
  const seen = await openPage({ colorScheme: 'dark' });
  await seen.context().addCookies(cookies);
  for (const path of [
    own,
    `${desk.origin}/l/answer?lang=ar`,
    `${desk.origin}/l/review/name?lang=ar`,
  ]) {
    await seen.goto(path);
    await expectForEverybody(seen, path);
  }
});

test('the forms for changes are for everybody', async () => {
  const { token } = await desk.issued({ name: 'Prøve kvinneforening' });
  for (const [language, colorScheme] of [
    ['nb', 'light'],
    ['fa', 'dark'],
  ] as const) {
    const page = await openPage({ colorScheme });
    await page.goto(`${desk.origin}/l?lang=${language}#${token}`);
    await page.locator('button[name=open]').click();
    await page.waitForURL('**/l/answer*');
    for (const group of language === 'nb' ? ['contact', 'topics'] : ['languages', 'name']) {
      await page.goto(`${desk.origin}/l/review/${group}/change?lang=${language}`);
      await expectForEverybody(page, `${group} in ${language}`);
      await picture(page, `review-change-${group}-${language}`);
    }
    await page.goto(`${desk.origin}/l/review/stop?lang=${language}`);
    await expectForEverybody(page, `wanting to be left alone, in ${language}`);
    await picture(page, `review-stop-${language}`);
    await page.context().close();
  }
});

test('in Tigrinya at 320 px, with keys alone and on a device without its letters, one confirms what is there in two presses', async () => {
  const { code } = await desk.issued({ name: 'Prøve kvinneforening', language: 'TI' });
  const page = await openPage();
  await page.goto(`${desk.origin}/l?lang=ti`);
  // What stands in the link's letter is typed, wherever the keys begin.
  const field = page.locator('input[name=code]');
  await tabTo(page, field);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/l/answer*');
  expect(await page.getAttribute('html', 'lang')).toBe('ti');
  expect(await page.textContent('dl')).toContain('ማሕበር ስደተኛታት');
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]);
  });
  expect(fonts).toContainEqual(['Samband Ethiopic', 'loaded']);
  await expectForEverybody(page, 'the facts in Tigrinya');
  await picture(page, 'review-facts-ti-320');

  const right = page.getByRole('button', { name: 'ኩሉ ልክዕ እዩ' });
  await tabTo(page, right);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/l/review/done*');
  await picture(page, 'review-done-ti-320');
});

test('whoever presses twice has pressed once, and the page is whole where its letters never come', async () => {
  const { token, recordId } = await desk.issued({ name: 'تنظیم مثال', language: 'UR' });
  const page = await openPage();
  await page.route('**/*.woff2*', (letters) => letters.abort());
  await page.goto(`${desk.origin}/l?lang=ur#${token}`);
  await page.locator('button[name=open]').click();
  await page.waitForURL('**/l/answer*');
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  const right = page.getByRole('button', { name: 'سب کچھ درست ہے' });
  expect(await right.isVisible()).toBe(true);
  await picture(page, 'review-facts-ur-320');
  await right.dblclick({ noWaitAfter: true });
  await page.waitForURL('**/l/review/done*');
  expect(await page.textContent('h1')).toBe('آپ کی مدد کا شکریہ!');
  const { rows } = await desk.pool.query(
    'select count(*)::integer as times from verification where organisation_id = $1',
    [recordId],
  );
  expect(rows).toEqual([{ times: 1 }]);
});
