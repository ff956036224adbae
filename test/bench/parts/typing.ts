import { setTimeout as pause } from 'node:timers/promises';

import type { Browser, Page } from 'playwright-core';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import { environmentOf, type Register } from '#test/bench/Register.ts';
import { Serving } from '#test/bench/Serving.ts';
import { median, quantile } from '#test/bench/statistics.ts';
import { say, serverProgram } from '#test/bench/surroundings.ts';
import { untilInMemory } from '#test/bench/ways/samband.ts';
import { openBrowser } from '#test/support/browser.ts';

export interface TypingMeasured {
  readonly letters: number;
  /** Milliseconds from a letter until the answer to it, or to a newer one, is on the screen. */
  readonly p50: number;
  readonly p90: number;
  readonly most: number;
  /** Of all letters, how many were answered within the limit. */
  readonly within: number;
  /** The slowest letters, each with what then stood in the field. */
  readonly slowest: readonly Letter[];
}

interface Letter {
  /** What stands in the field with it. */
  readonly text: string;
  readonly milliseconds: number;
}

/** What is typed: languages, places, names, several at once, half words, mistakes. */
const queries = [
  'somali grorud',
  'arabisk oslo',
  'kvinneforening bergen',
  'tigrinja helse',
  'polsk trondheim',
  'landsforeningen',
  'somalsik kvineforening',
  'ungdom drammen',
  'moske stavanger',
  'budbringer arabisk',
  'tamil kultursenter',
  'ukrainsk nettverk',
];

/** Before that, for about as long as every other way is warmed: server and browser have just started, and compile as they go. */
const warming = ['varm opp', 'kurdisk lillehammer', 'eritreisk', 'pakistansk ungdom', 'vietnam'];

export const typingLimit = 100;

/** So fast people type, in milliseconds from letter to letter, over and over. */
const paces = [60, 120, 80, 100, 70, 110, 90];

/** Skriving. Types into the search of a real browser, and looks when each letter's answer is painted. */
export async function measureTyping(
  { dataDir }: Register,
  things: OpenThings,
): Promise<TypingMeasured> {
  const serving = await Serving.start(
    ['--enable-source-maps', serverProgram],
    environmentOf(dataDir),
    things,
  );
  await untilInMemory(serving);
  const browser = await openBrowser();
  things.add(() => browser.close());
  const page = await signedIn(browser, serving.origin);
  for (const query of warming) await typed(page, query);
  const letters: Letter[] = [];
  for (const query of queries) letters.push(...(await typed(page, query)));
  const times = letters.map(({ milliseconds }) => milliseconds);
  const measured = {
    letters: times.length,
    p50: median(times),
    p90: quantile(times, 0.9),
    most: Math.max(...times),
    within: times.filter((time) => time <= typingLimit).length,
    slowest: letters.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 8),
  };
  say(
    `typing: ${measured.letters} letters, p50 ${measured.p50.toFixed(0)} ms, p90 ${measured.p90.toFixed(0)} ms, at most ${measured.most.toFixed(0)} ms, ${measured.within} within ${typingLimit} ms`,
  );
  return measured;
}

async function signedIn(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'nb-NO',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(watchLetters);
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Koordinator' }).first().click();
  await page.getByRole('searchbox').waitFor();
  return page;
}

/** Types a query into the empty field, a letter at a time, and waits until all of it is answered. */
async function typed(page: Page, query: string): Promise<Letter[]> {
  const field = page.getByRole('searchbox');
  await field.fill('');
  await page.waitForFunction(() => watchedLetters!.waiting.length === 0);
  await page.evaluate(() => void (watchedLetters!.answered.length = 0));
  await field.focus();
  for (const [place, letter] of [...query].entries()) {
    const before = performance.now();
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    const pace = paces[place % paces.length] ?? 100;
    await pause(Math.max(0, pace - (performance.now() - before)));
  }
  // The last are told after their frame.
  await page.waitForFunction(
    (count) => watchedLetters!.answered.length >= count,
    query.replaceAll(' ', '').length,
  );
  return page.evaluate(() => watchedLetters!.answered);
}

interface Watched {
  readonly waiting: { readonly text: string; readonly typedAt: number }[];
  readonly answered: Letter[];
}

declare global {
  // A place in the page, for this file alone.
  var watchedLetters: Watched | undefined;
}

/** In the page: notes when a letter comes in, and then looks at each frame whether what is on the screen is the answer to it, or to one typed after it. */
function watchLetters(): void {
  const watched: Watched = { waiting: [], answered: [] };
  globalThis.watchedLetters = watched;
  const look = () => {
    const answers = document.querySelector<HTMLElement>('.search-results')?.dataset['answers'];
    const last = watched.waiting.findLastIndex(({ text }) => text === answers);
    if (last >= 0) {
      const waiting = watched.waiting.splice(0, last + 1);
      // Whatever is posted in a frame comes after it was painted.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        const now = performance.now();
        for (const { text, typedAt } of waiting) {
          watched.answered.push({ text, milliseconds: now - typedAt });
        }
      };
      painted.port2.postMessage(null);
    }
    if (watched.waiting.length) requestAnimationFrame(look);
  };
  addEventListener(
    'input',
    (event) => {
      const field = event.target as HTMLInputElement;
      // A blank asks nothing new.
      if (field.id !== 'search' || /(^|\s)$/.test(field.value)) return;
      watched.waiting.push({ text: field.value, typedAt: event.timeStamp });
      if (watched.waiting.length === 1) requestAnimationFrame(look);
    },
    { capture: true },
  );
}
