import { ImportField } from '#schema/directory/import/ImportField.ts';
import type { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import { channels, type MappedColumn, yearIn } from './fields.ts';
import type { Flaw } from './SheetRow.ts';
import type { NamedTerm, Terms } from './Terms.ts';
import { limits } from './limits.ts';

/** A value that a row wants to see in the register, and what its column may do to get it there. */
export interface Wish<Value> {
  readonly value: Value;
  readonly policy: ImportPolicy;
}

/** Ønsket. What a row says of an organisation, read and found right. */
export interface Wanted {
  readonly name?: Wish<string>;
  readonly number?: Wish<string>;
  readonly kind?: Wish<OrganisationKind>;
  readonly seat?: Wish<number>;
  readonly servedAreas?: Wish<number[]>;
  readonly languages?: Wish<number[]>;
  readonly communities?: Wish<number[]>;
  readonly topics?: Wish<number[]>;
  readonly parent?: Wish<string>;
  readonly membership?: Wish<{ readonly count: number; readonly year: number }>;
  readonly aliases: readonly Wish<string>[];
  readonly contacts: readonly (Wish<string> & { readonly channel: ContactChannel })[];
}

/** What is read, and whether the row may go on with what is wrong in it. */
export interface ReadRow {
  readonly wanted: Wanted;
  readonly flaws: readonly Flaw[];
  readonly isRefused: boolean;
}

const LONGEST_NAME = 200;
const mostListed = 50;

/** Without these right one would not know what the row is about, or whose it is. */
const grave: ReadonlySet<ImportField> = new Set([
  ImportField.NAME,
  ImportField.NUMBER,
  ImportField.KIND,
  ImportField.SEAT,
  ImportField.SERVED_AREAS,
  ImportField.PARENT,
]);

/** What stands for nothing in people's lists. */
const nothing = /^(?:[-–—.?]+|n\/?a|ukjent|ukjend|ingen|mangler|manglar|null|#n\/a|none|unknown)$/i;

/**
 * Leser en rad. Takes each cell to the form that its field has, by the rules by which people's corrections are read. A cell that will
 * not do is left out with its reason; one that the row cannot do without refuses the row.
 */
export function readWanted(
  { cells, flaws: found }: { readonly cells: readonly string[]; readonly flaws: readonly Flaw[] },
  {
    columns,
    headings,
  }: { readonly columns: readonly MappedColumn[]; readonly headings: readonly string[] },
  terms: Terms,
): ReadRow {
  // A row that was not cut into its cells says nothing of what stands in which.
  if (found.some(({ column }) => column === null)) {
    return { wanted: { aliases: [], contacts: [] }, flaws: found, isRefused: true };
  }
  const flaws: Flaw[] = [...found];
  const wanted: { -readonly [Key in keyof Wanted]: Wanted[Key] } = { aliases: [], contacts: [] };
  const aliases: Wish<string>[] = [];
  const contacts: (Wish<string> & { channel: ContactChannel })[] = [];
  let count: number | null = null;
  let year: number | null = null;
  let counted: { column: number; policy: ImportPolicy } | null = null;

  for (const [column, { field, policy }] of columns.entries()) {
    if (field === ImportField.IGNORE) continue;
    const flaw = (reason: string, suggestions?: readonly string[]) =>
      flaws.push({ column, reason, ...(suggestions?.length && { suggestions }) });
    const text = tidy(cells[column] ?? '');
    if (text === '' || nothing.test(text)) continue;
    const unfit = unfitFor(text);
    if (unfit) {
      flaw(unfit.reason, unfit.suggestions);
      continue;
    }
    const terminal = <Value>(named: NamedTerm<Value>): Value | null => {
      if (named.found === null) flaw(named.reason ?? 'UNKNOWN', named.suggestions);
      return named.found;
    };
    const listed = (find: (part: string) => NamedTerm): number[] => {
      const parts = partsOf(text, (part) => find(part).found !== null);
      if (parts.length > mostListed) {
        flaw('TOO_MANY_VALUES');
        return [];
      }
      const numbers: number[] = [];
      for (const part of parts) {
        const named = find(part);
        if (named.found !== null) numbers.push(named.found);
        // The cell as it would be with the right word in place of the wrong one.
        else {
          flaw(
            named.reason ?? 'UNKNOWN',
            named.suggestions?.map((right) =>
              parts.map((it) => (it === part ? right : it)).join(', '),
            ),
          );
        }
      }
      return [...new Set(numbers)];
    };
    const channel = channels[field];
    if (channel) {
      for (const part of contactParts(field, text)) {
        const { value, reason } = readContactValue(channel, part);
        if (reason) flaw(reason);
        else if (!contacts.some((it) => it.channel === channel && it.value === value)) {
          contacts.push({ channel, value, policy });
        }
      }
      continue;
    }
    switch (field) {
      case ImportField.NAME: {
        const name = text.replaceAll(/\s+/g, ' ');
        if (!/[\p{L}\p{N}]/u.test(name)) flaw('REQUIRED');
        else if (name.length > LONGEST_NAME) flaw('TOO_LONG');
        else wanted.name = { value: name, policy };
        break;
      }
      case ImportField.NUMBER: {
        const number = digitsOf(text);
        if (isOrganisationNumber(number)) wanted.number = { value: number, policy };
        else flaw(/^\d{9}$/.test(number) ? 'WRONG_CHECK_DIGIT' : 'NOT_AN_ORGANISATION_NUMBER');
        break;
      }
      case ImportField.PARENT: {
        const number = digitsOf(text);
        if (isOrganisationNumber(number)) wanted.parent = { value: number, policy };
        else flaw('NOT_AN_ORGANISATION_NUMBER');
        break;
      }
      case ImportField.KIND: {
        const kind = terminal(terms.kind(text));
        if (kind !== null) wanted.kind = { value: kind, policy };
        break;
      }
      case ImportField.SEAT: {
        const seat = terminal(terms.municipality(text));
        if (seat !== null) wanted.seat = { value: seat, policy };
        break;
      }
      case ImportField.SERVED_AREAS:
        add(wanted, 'servedAreas', listed(terms.area), policy);
        break;
      case ImportField.LANGUAGES:
        add(wanted, 'languages', listed(terms.language), policy);
        break;
      case ImportField.COMMUNITIES:
        add(wanted, 'communities', listed(terms.community), policy);
        break;
      case ImportField.TOPICS:
        add(wanted, 'topics', listed(terms.topic), policy);
        break;
      case ImportField.ALIASES:
        for (const part of partsOf(text, () => false)) {
          if (part.length > LONGEST_NAME) flaw('TOO_LONG');
          else aliases.push({ value: part, policy });
        }
        break;
      case ImportField.MEMBER_COUNT: {
        count = wholeNumber(text);
        if (count === null) flaw('NOT_A_NUMBER');
        counted = { column, policy };
        year ??= yearIn(headings[column] ?? '');
        break;
      }
      case ImportField.MEMBER_YEAR: {
        const given = wholeNumber(text);
        if (given === null || given < 1900 || given > 2100) flaw('NOT_A_YEAR');
        else year = given;
        break;
      }
      default:
        break;
    }
  }
  if (counted && count !== null) {
    if (year === null) flaws.push({ column: counted.column, reason: 'NEEDS_YEAR' });
    else wanted.membership = { value: { count, year }, policy: counted.policy };
  }
  wanted.aliases = aliases.filter(({ value }) => value !== wanted.name?.value);
  wanted.contacts = contacts;
  const isRefused = flaws.some(
    ({ column }) => column === null || grave.has(columns[column]?.field ?? ImportField.IGNORE),
  );
  return { wanted, flaws, isRefused };
}

function add(
  wanted: { [Key in 'servedAreas' | 'languages' | 'communities' | 'topics']?: Wish<number[]> },
  field: 'servedAreas' | 'languages' | 'communities' | 'topics',
  numbers: readonly number[],
  policy: ImportPolicy,
): void {
  if (!numbers.length) return;
  const before = wanted[field]?.value ?? [];
  wanted[field] = { value: [...new Set([...before, ...numbers])], policy };
}

/** Spaces of all kinds, direction marks and other things that nobody sees, off the ends and out of the middle. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();

/** What no field takes. */
function unfitFor(text: string): { reason: string; suggestions?: readonly string[] } | null {
  if (text.length > limits.cell) return { reason: 'TOO_LONG' };
  // ="0123" is how some programs keep a zero; what stands in it may be meant, and is for people to say.
  const kept = /^="([^"]*)"$/.exec(text)?.[1];
  if (kept !== undefined) return { reason: 'FORMULA', ...(kept && { suggestions: [kept] }) };
  if (/^=|^[+\-@]\s*[A-Za-z_]+\d*\s*[(|!]/.test(text)) return { reason: 'FORMULA' };
  // oxlint-disable-next-line no-control-regex -- These are what is looked for.
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text))
    return { reason: 'CONTROL_CHARACTERS' };
  return /[\ufffd\ud800-\udfff]/u.test(text) ? { reason: 'UNREADABLE_LETTERS' } : null;
}

/** «NO 974 760 673 MVA» is 974760673. */
const digitsOf = (text: string): string =>
  text
    .replace(/^NO\s*/i, '')
    .replace(/\s*MVA$/i, '')
    .replaceAll(/[\s.\u00a0-]/g, '');

/** Several in one cell. What is one thing as it stands is not taken apart: «Svangerskap, fødsel og barsel». */
function partsOf(text: string, isOne: (part: string) => boolean): string[] {
  if (isOne(text)) return [text];
  return text
    .split(/[;\n|]/)
    .flatMap((part) => (isOne(part.trim()) ? [part] : part.split(/,|\/| og | and | & /)))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Numbers and addresses may stand several in a cell; an address on paper has commas and lines of its own. */
function contactParts(field: ImportField, text: string): string[] {
  if (field === ImportField.POST || field === ImportField.MEETING_PLACE) return [text];
  const parts =
    field === ImportField.PHONE ? text.split(/[;\n,/]| og /) : text.split(/[;\n,]|\s+(?=\S+@)/);
  return parts.map((part) => part.trim()).filter(Boolean);
}

function wholeNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s.]/g, '').replace(/^(ca|omtrent|rundt)/i, '');
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null;
}
