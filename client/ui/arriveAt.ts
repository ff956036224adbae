/** What a reader does who has begun to look around by themselves. */
const doings = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** What comes later than this is not waited for. */
const lasts = 5_000;

/**
 * Ankomst. Brings the part of a page that its address names to the top of the screen, and keeps it there while what stands above comes in
 * and grows, until the reader moves. Gives what ends it.
 */
export function arriveAt(element: HTMLElement): () => void {
  const scroll = () => element.scrollIntoView();
  const growing = new ResizeObserver(scroll);
  const stop = () => {
    growing.disconnect();
    clearTimeout(end);
    for (const doing of doings) removeEventListener(doing, stop);
  };
  const end = setTimeout(stop, lasts);
  for (const doing of doings) addEventListener(doing, stop, { passive: true });
  scroll();
  growing.observe(document.body);
  return stop;
}
