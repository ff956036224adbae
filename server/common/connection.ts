import type { Page } from './pageOf.ts';

/** What is shown of one row more than a page holds: the one too many is the farthest from where the page is counted. */
export const cut = <Node>(all: readonly Node[], { size, isBackward }: Page): readonly Node[] =>
  isBackward ? all.slice(Math.max(0, all.length - size)) : all.slice(0, size);

/** Whether there is more on either side of a page. */
export const sidesOf = (hasMore: boolean, { isBackward, after, before }: Page) => ({
  hasNextPage: isBackward ? before !== null : hasMore || before !== null,
  hasPreviousPage: isBackward ? hasMore || after !== null : after !== null,
});

/** An edge whose cursor is signed when somebody asks for it. */
export const edgeOf = <Item>(item: Item, node: unknown, cursorOf: (item: Item) => string) => ({
  node,
  get cursor() {
    return cursorOf(item);
  },
});

/** Where the page of these items lies. */
export const pageInfoOf = <Item>(
  items: readonly Item[],
  sides: ReturnType<typeof sidesOf>,
  cursorOf: (item: Item) => string,
) => ({
  ...sides,
  get startCursor() {
    return items.length ? cursorOf(items[0] as Item) : null;
  },
  get endCursor() {
    return items.length ? cursorOf(items.at(-1) as Item) : null;
  },
});
