import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { openBrowser } from '#test/support/browser.ts';
import { led, openDesk, waitingAt } from './HandoverDesk.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';

let browser: Browser;
let desk: LinkDesk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), openDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk[Symbol.asyncDispose]();
});

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
    ...options,
  });
  return context.newPage();
}

/** Axe runs its own script: it looks at what was sent in a page that has one. */
async function isForEverybody(page: Page, what: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    storageState: await page.context().storageState(),
  });
  const other = await context.newPage();
  await other.goto(page.url());
  await expectForEverybody(other, what);
  await context.close();
}

const picture = async (page: Page, name: string) => {
  const folder = process.env['SAMBAND_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

for (const { language, colorScheme, words } of [
  {
    language: 'NB',
    colorScheme: 'light',
    words: {
      way: 'Er du ikke lenger leder eller kontaktperson? Si hvem som har overtatt',
      sendCode: 'Send meg en kode',
      code: 'Kode, åtte siffer',
      given: 'Fornavn til den nye',
      reach: 'E-post eller mobilnummer til den nye',
      bad: 'Skriv en e-postadresse eller et mobilnummer.',
      send: 'Send',
      sent: 'Takk! Vi har skrevet til den nye',
      typed: 'Kode fra brevet',
      show: 'Vis spørsmålet',
      agree: 'Jeg sier ja til dette',
      badConsent: 'Sett kryss ved samtykket, eller svar nei.',
      yes: 'Ja, det stemmer',
      thanks: 'Takk!',
    },
  },
  {
    language: 'AR',
    colorScheme: 'dark',
    words: {
      way: 'لم تعد القائد أو جهة الاتصال؟ أخبرنا من تولّى المهمة بعدك',
      sendCode: 'أرسلوا لي رمزاً',
      code: 'الرمز، ثمانية أرقام',
      given: 'الاسم الأول للشخص الجديد',
      reach: 'البريد الإلكتروني أو رقم الجوال للشخص الجديد',
      bad: 'اكتب بريداً إلكترونياً أو رقم جوال.',
      send: 'إرسال',
      sent: 'شكراً! كتبنا إلى الشخص الجديد',
      typed: 'الرمز الموجود في الرسالة',
      show: 'عرض السؤال',
      agree: 'أوافق على هذا',
      badConsent: 'ضع علامة على الموافقة، أو أجب بلا.',
      yes: 'نعم، هذا صحيح',
      thanks: 'شكراً!',
    },
  },
] as const) {
  test(`without a script, at 320 px, one says in ${language} who has taken over, and they say yes`, async () => {
    const { code } = await led(desk, {
      language,
      name: `Prøve ${language}`,
      address: `${language.toLowerCase()}@example.org`,
    });
    const lang = language.toLowerCase();
    const page = await openPage({ colorScheme });
    await page.goto(`${desk.origin}/l?lang=${lang}`);
    await page.locator('input[name=code]').fill(code);
    await page.locator('button[name=open]').click();
    await page.getByRole('link', { name: words.way }).click();
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'AR' ? 'rtl' : 'ltr');
    await isForEverybody(page, 'before the code');
    await picture(page, `handover-start-${lang}`);
    const [button, back] = await Promise.all([
      page.getByRole('button', { name: words.sendCode }).boundingBox(),
      page.locator('main a').last().boundingBox(),
    ]);
    expect(back!.y - button!.y - button!.height).toBeGreaterThan(12);

    const before = desk.office.received.length;
    await page.getByRole('button', { name: words.sendCode }).click();
    await isForEverybody(page, 'the form');
    await picture(page, `handover-form-${lang}`);
    await page.locator('input[name=code]').fill(await desk.shortCode(before));
    await page.getByLabel(words.given).fill('Nye');
    await page.getByLabel(words.reach).fill('hverken eller');
    await page.getByRole('button', { name: words.send, exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toBe(words.bad);
    await picture(page, `handover-wrong-${lang}`);
    await page.locator('input[name=code]').fill(await desk.shortCode(before));
    await page.getByLabel(words.reach).fill(`nye-${lang}@example.org`);
    await page.getByRole('button', { name: words.send, exact: true }).click();
    expect(await page.textContent('h1')).toBe(words.sent);
    await isForEverybody(page, 'said');
    await picture(page, `handover-sent-${lang}`);
    await page.context().close();

    const letter = await desk.opening(before + 1);
    const other = await openPage({ colorScheme });
    await other.goto(`${desk.origin}/l/successor?lang=${lang}`);
    await isForEverybody(other, 'what the message leads to');
    await other.locator('input[name=code]').fill(letter.code);
    await other.getByRole('button', { name: words.show }).click();
    expect(await other.textContent('h1')).toContain(`Prøve ${language}`);
    await isForEverybody(other, 'the question');
    await picture(other, `successor-confirm-${lang}`);
    await other.getByRole('button', { name: words.yes }).click();
    expect(await other.getByRole('alert').textContent()).toBe(words.badConsent);
    await other.getByLabel(words.agree).check();
    await other.getByRole('button', { name: words.yes }).click();
    expect(await other.textContent('h1')).toBe(words.thanks);
    await isForEverybody(other, 'answered');
    await picture(other, `successor-thanks-${lang}`);
    await other.context().close();
    const [waiting] = (await waitingAt(desk)).filter(({ state }) => state === 'CONFIRMED');
    expect(waiting).toBeDefined();
    await desk.pool.query(`update succession set state = 'expired'`);
  });
}
