import { whyNotText } from '#server/common/whyNotText.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import type { Around } from './findAround.ts';

const LONGEST_TITLE = 200;
const EARLIEST = '1900-01-01';
/** So long ahead nobody is elected. */
const MOST_YEARS_AHEAD = 10;

/** Notes what will not do of an affiliation: its days, that somebody is the same already, what is written of the role. */
export function refuseBadAffiliation(
  { today }: Context,
  {
    title,
    since,
    until,
  }: { title?: string | null | undefined; since: string; until: string | null },
  { overlaps }: Pick<Around, 'overlaps'>,
  wrong: Wrong,
  prefix = '',
): void {
  if (title) wrong.note(`${prefix}title`, whyNotText(title, { most: LONGEST_TITLE }));
  wrong.note(`${prefix}since`, whyNotDay(since, today));
  if (until) {
    wrong.note(`${prefix}until`, until < since ? 'ENDS_BEFORE_IT_BEGINS' : whyNotDay(until, today));
  }
  if (overlaps) wrong.note(`${prefix}since`, 'IS_SO_ALREADY');
}

function whyNotDay(day: string, today: string): string | null {
  if (day < EARLIEST) return 'BEFORE_1900';
  const latest = `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}${today.slice(4)}`;
  return day > latest ? 'TOO_FAR_AHEAD' : null;
}
