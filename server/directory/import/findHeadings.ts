import { isEmail } from 'class-validator';

import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { fieldOf } from './fields.ts';
import type { SheetRow } from './SheetRow.ts';

/** So far down a list may have a title, a date and whom to ask. */
export const mostLinesAbove = 12;

/**
 * Finner overskriftene. Which of the first rows says what the columns are: the one with most words that we know; else the first. A row
 * with a number or an address of somebody's in it is no heading: then there is none, which is -1.
 */
export function findHeadings(rows: readonly SheetRow[]): number {
  const known = rows.map(({ cells }) => cells.filter((cell) => cell && fieldOf(cell)).length);
  const most = Math.max(...known);
  if (most >= 1) return known.indexOf(most);
  // Without one, the first that is as wide as most of them.
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim()).length);
  const widest = Math.max(...widths);
  const first = Math.max(
    0,
    widths.findIndex((width) => width >= widest / 2),
  );
  return rows[first]?.cells.some(isSomebodys) ? -1 : first;
}

const isSomebodys = (cell: string): boolean =>
  isEmail(cell.trim()) || isOrganisationNumber(cell.replaceAll(/\s/g, ''));
