import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { openBrowser } from '#test/support/browser.ts';
import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './LinkDesk.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';

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

const phone = { width: 390, height: 844 };

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport: phone,
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

/** The link as it stands in a letter. */
const linkIn = (text: string): string => /http\S+#[\w-]{22}/.exec(text)?.[0] ?? '';

/** What a page must be, whoever reads it. */
async function isForEverybody(page: Page, what: string): Promise<void> {
  await expectForEverybody(page, what);
}

const picture = async (page: Page, name: string) => {
  const folder = process.env['SAMBAND_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test('with a script the token leaves the address at once, and one tap opens the page, in Arabic on a telephone', async () => {
  const { mail } = await desk.issued({ name: 'جمعية المثال', language: 'AR' });
  const page = await openPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    asked.push(request.url(), JSON.stringify(request.headers()));
  });

  const link = linkIn(mail.text ?? '');
  const [, token = ''] = link.split('#');
  await page.goto(link);
  expect(page.url()).toBe(`${desk.origin}/l?lang=ar`);
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  expect(await page.getByLabel('الرمز من الرسالة').isVisible()).toBe(false);
  await isForEverybody(page, 'the page that a link leads to');
  await picture(page, 'open-ar');

  const button = page.getByRole('button', { name: 'عرض المعلومات' });
  expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
  await button.click();
  await page.waitForURL('**/l/answer*');
  expect(await page.textContent('h1')).toContain('جمعية المثال');
  expect(await page.textContent('main')).toContain('24 ديسمبر 2026');
  await isForEverybody(page, 'the page of facts');
  await picture(page, 'answer-ar');

  // The token is in no address that was asked for, no header, and not in what the browser goes back to.
  expect(asked.join('\n')).not.toContain(token);
  await page.goBack();
  expect(page.url()).not.toContain(token);
  expect(complaints.filter((text) => /policy|refused|trusted/i.test(text))).toEqual([]);
});

test('without a script one types the code, and the contact details come after another', async () => {
  const { mail, code } = await desk.issued({ name: 'Prøve kvinneforening', language: 'NB' });
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(linkIn(mail.text ?? ''));
  await isForEverybodyWithoutScript(page);
  await page.getByLabel('Kode fra brevet').fill(code.toLowerCase().replaceAll('-', ''));
  await page.getByRole('button', { name: 'Vis opplysningene' }).click();
  await page.waitForURL('**/l/answer*');
  expect(await page.textContent('main')).toContain('+47 ••• •• 123');

  const before = desk.office.received.length;
  await page.getByRole('button', { name: 'Send meg en kode' }).click();
  const short = await desk.shortCode(before);
  await page.getByLabel('Kode, åtte siffer').fill('00000000' === short ? '1' : '00000000');
  await page.getByRole('button', { name: 'Vis kontaktopplysningene' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Koden stemmer ikke');
  await picture(page, 'wrong-nb');
  await page.getByLabel('Kode, åtte siffer').fill(short);
  await page.getByRole('button', { name: 'Vis kontaktopplysningene' }).click();
  expect(await page.textContent('main')).toContain('+47\u00a0000\u00a000\u00a0123');

  await page.getByRole('link', { name: 'العربية' }).click();
  expect(await page.getAttribute('html', 'lang')).toBe('ar');
  await page.getByRole('button', { name: 'تسجيل الخروج' }).click();
  expect(await page.textContent('h1')).toBe('تم تسجيل الخروج');
  await page.goto(`${desk.origin}/l/answer`);
  expect(await page.textContent('h1')).toBe('Du må åpne lenken på nytt');
});

/** Where axe cannot run: it is a script. */
async function isForEverybodyWithoutScript(page: Page): Promise<void> {
  expect(await page.locator('main h1').count()).toBe(1);
  expect(await page.locator('input:not([type=hidden]):not([aria-describedby])').count()).toBe(0);
}

test('the pages are for everybody: every language, light and dark, wide and 320 px', async () => {
  const { token } = await desk.issued({ name: 'Prøve kvinneforening' });
  for (const [language, colorScheme, width] of [
    ['nb', 'light', 1280],
    ['nn', 'dark', 320],
    ['en', 'light', 320],
    ['ar', 'dark', 320],
    ['ar', 'light', 1280],
    ['pl', 'dark', 1280],
    ['so', 'light', 320],
    ['ti', 'dark', 320],
    ['uk', 'light', 320],
    ['ur', 'light', 320],
    ['fa', 'dark', 320],
  ] as const) {
    const page = await openPage({ colorScheme, viewport: { width, height: 800 } });
    if (language === 'nb' || language === 'ur') {
      for (const path of ['/l', '/l/answer']) {
        await page.goto(`${desk.origin}${path}?lang=${language}`);
        await isForEverybody(page, `${path} in ${language}`);
      }
    }
    await page.goto(`${desk.origin}/l?lang=${language}#${token}`);
    await page.locator('button[name=open]').click();
    await page.waitForURL('**/l/answer*');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await isForEverybody(page, `facts in ${language}`);
    await picture(page, `facts-${language}-${colorScheme}-${width}`);
    await page.context().close();
  }
});

test('the script of the pages is less than a kilobyte', async () => {
  const answer = await fetch(`${desk.origin}/l/open.js`);
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(1_024);
});

test('what is printed is the facts', async () => {
  const { token } = await desk.issued({ name: 'Prøve kvinneforening' });
  const page = await openPage();
  await page.goto(`${desk.origin}/l#${token}`);
  await page.getByRole('button', { name: 'Vis opplysningene' }).click();
  await page.waitForURL('**/l/answer*');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('navigation').count()).toBe(0);
});
