import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { violationsOf } from './violationsOf.ts';

/** Universell utforming. What axe finds wrong with a page, and how much of it stands out of the window: nothing of either. */
export async function expectForEverybody(page: Page, what?: string): Promise<void> {
  // What is fading in, or on its way from light to dark, has not the colours that it will have: it is looked at anew until it has.
  await expect
    .poll(() => violationsOf(page), { message: what, timeout: 20_000, interval: 200 })
    .toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, what).toBe(0);
}
