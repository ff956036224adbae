import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Brudd. What axe finds wrong with a page: each rule, and the elements that break it.
 *
 * It is run where the page is, and only what is wrong comes back: of what is right, a page of many
 * elements has a great deal.
 */
export async function violationsOf(
  page: Page,
  { exclude = [] }: { exclude?: string[] } = {},
): Promise<[rule: string, ...elements: string[]][]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (left) => {
    // What axe's own program has put there a moment ago; the page's types cannot know.
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run({ exclude: left }, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  }, exclude);
}
