import { isEmail } from 'class-validator';

import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import { fieldOf, type MappedColumn, mayComeTwice, usually } from './fields.ts';
import type { Terms } from './Terms.ts';

/** What a column was guessed by. */
export type GuessedBy = 'heading' | 'content' | 'saved' | 'chosen' | 'nothing';

export interface GuessedColumn extends MappedColumn {
  readonly by: GuessedBy;
}

/** So many of what stands in a column must be of a kind. */
const enough = 0.6;

/**
 * Gjetter kolonner. What each column says: by its heading, else by what stands in it. Of two that say what can be said once, the second
 * is left out.
 */
export function guessColumns(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  terms: Terms,
): GuessedColumn[] {
  const taken = new Set<ImportField>();
  const take = (field: ImportField | null): field is ImportField => {
    if (field === null || (taken.has(field) && !mayComeTwice(field))) return false;
    taken.add(field);
    return true;
  };
  const named = headings.map((heading) => {
    const field = fieldOf(heading);
    return take(field) ? field : null;
  });
  const guessed = named.map((field, column): GuessedColumn => {
    if (field) return { ...usually(field), by: 'heading' };
    const seen = contentOf(
      samples.map((row) => row[column]?.trim() ?? ''),
      terms,
    );
    // A column that is called something else may hold numbers of people: what looks like a telephone is for people to say.
    if (seen && seen !== ImportField.PHONE && take(seen))
      return { ...usually(seen), by: 'content' };
    if (seen === ImportField.PHONE && !headings[column]?.trim() && take(seen)) {
      return { ...usually(seen), by: 'content' };
    }
    return { ...usually(ImportField.IGNORE), by: 'nothing' };
  });
  if (taken.has(ImportField.NAME)) return guessed;
  // A list of organisations says somewhere what they are called.
  const names = guessed.findIndex(
    ({ by }, column) =>
      by === 'nothing' && areNames(samples.map((row) => row[column]?.trim() ?? '')),
  );
  return guessed.map((column, at) =>
    at === names ? { ...usually(ImportField.NAME), by: 'content' } : column,
  );
}

/** Words, in nearly every row, and hardly any of them twice. */
function areNames(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && cell.length < 120);
  return words.length > cells.length * 0.8 && new Set(words).size > words.length * 0.8;
}

function contentOf(cells: readonly string[], terms: Terms): ImportField | null {
  const values = cells.filter(Boolean);
  if (!values.length) return null;
  const most = (is: (value: string) => boolean) =>
    values.filter(is).length >= values.length * enough;
  if (most((value) => isOrganisationNumber(value.replaceAll(/[\s.]/g, ''))))
    return ImportField.NUMBER;
  if (most((value) => isEmail(value))) return ImportField.EMAIL;
  if (most((value) => /facebook\.com|fb\.com/i.test(value))) return ImportField.FACEBOOK;
  if (most((value) => /^(https?:\/\/|www\.)\S+$/i.test(value))) return ImportField.WEBSITE;
  if (most((value) => terms.municipality(value).found !== null)) return ImportField.SEAT;
  const isNumber = (value: string) =>
    /^[+\d]/.test(value) &&
    value.replaceAll(/\D/g, '').length >= 8 &&
    readContactValue(ContactChannel.PHONE, value).value !== undefined;
  return most(isNumber) ? ImportField.PHONE : null;
}
