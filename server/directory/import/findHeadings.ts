import { fieldOf } from './fields.ts';
import type { SheetRow } from './SheetRow.ts';

/** So far down a list may have a title, a date and whom to ask. */
export const mostLinesAbove = 12;

/** Finner overskriftene. Which of the first rows says what the columns are: the one with most words that we know; else the first. */
export function findHeadings(rows: readonly SheetRow[]): number {
  const known = rows.map(({ cells }) => cells.filter((cell) => cell && fieldOf(cell)).length);
  const most = Math.max(...known);
  if (most >= 1) return known.indexOf(most);
  // Without one, the first that is as wide as most of them.
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim()).length);
  const widest = Math.max(...widths);
  return Math.max(
    0,
    widths.findIndex((width) => width >= widest / 2),
  );
}
