import type { graphql } from '#client/graphql.ts';

export type DirectoryFilter = ReturnType<typeof graphql.scalar<'DirectoryFilter'>>;
export type RecordKind = NonNullable<DirectoryFilter['only']>;

/** Søk. What is asked and how the answer is shown: all of it is in the address, and nothing of it elsewhere. */
export interface DirectoryQuery {
  readonly text: string;
  readonly filter: DirectoryFilter;
  readonly view: 'list' | 'map';
}

/** Asks another question: the one in the address at that moment, changed. So no letter typed meanwhile is lost. */
export type Ask = (change: (now: DirectoryQuery) => DirectoryQuery) => void;

/** The filters of which several may be chosen, and what may be chosen where that is a closed list. */
const lists = {
  kinds: [
    'IMMIGRANT_ORGANISATION',
    'FAITH_COMMUNITY',
    'VOLUNTARY_ORGANISATION',
    'PATIENT_ORGANISATION',
    'IMMIGRANT_COUNCIL',
    'INFORMAL_GROUP',
    'HEALTH_AUTHORITY',
    'HEALTH_TRUST',
    'HOSPITAL',
    'MUNICIPALITY',
    'PUBLIC_AGENCY',
  ],
  languages: null,
  areas: null,
  topics: null,
  communities: null,
  willingness: ['CRISIS_MESSENGER', 'COUNCIL_MEMBER', 'DIALOGUE_MEETING', 'OUTREACH'],
  freshness: ['FRESH', 'DUE', 'STALE', 'UNKNOWN'],
  asText: null,
} as const satisfies { [Name in keyof DirectoryFilter]: readonly string[] | null };

const singles = {
  only: /^(ORGANISATION|PERSON)$/,
  languageLevel: /^(BASIC|GOOD|FLUENT)$/,
  trust: /^[\w-]{1,64}$/,
  verifiedSince: /^\d{4}-\d{2}-\d{2}$/,
} as const;

export type ListName = keyof typeof lists;
export type SingleName = keyof typeof singles;
export type FilterName = ListName | SingleName | 'hasPhone';

const listNames = Object.keys(lists) as ListName[];
const singleNames = Object.keys(singles) as SingleName[];

/** Reads an address. It may come from anywhere, so what cannot be meant is left out. */
export function readQuery(search: string): DirectoryQuery {
  const parameters = new URLSearchParams(search);
  const filter: Record<string, unknown> = {};
  for (const name of listNames) {
    const closed: readonly string[] | null = lists[name];
    const values = parameters
      .getAll(name)
      .filter((value) => closed?.includes(value) ?? isSane(value));
    if (values.length > 0) filter[name] = [...new Set(values)];
  }
  for (const name of singleNames) {
    const value = parameters.get(name);
    if (value && singles[name].test(value) && (name !== 'verifiedSince' || isDay(value))) {
      filter[name] = value;
    }
  }
  if (parameters.get('hasPhone') === 'true') filter['hasPhone'] = true;
  return {
    text: withoutControls(parameters.get('q') ?? ''),
    filter: filter as DirectoryFilter,
    view: parameters.get('view') === 'map' ? 'map' : 'list',
  };
}

/** Writes the address that `readQuery` reads, without its question mark; the same question gives the same address. */
export function writeQuery({ text, filter, view }: DirectoryQuery): string {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  for (const name of singleNames) if (filter[name]) parameters.set(name, filter[name]);
  for (const name of listNames) {
    for (const value of filter[name] ?? []) parameters.append(name, value);
  }
  if (filter.hasPhone) parameters.set('hasPhone', 'true');
  if (view === 'map') parameters.set('view', 'map');
  return parameters.toString();
}

export function addressOf(query: DirectoryQuery, path = '/'): string {
  const search = writeQuery(query);
  return search ? `${path}?${search}` : path;
}

/** Nothing is asked yet: the start is shown. */
export function isBlank({ text, filter }: DirectoryQuery): boolean {
  return text.trim() === '' && Object.keys(filter).length === 0;
}

/** The same question with one value of one filter turned on or off. */
export function toggled(query: DirectoryQuery, name: ListName, value: string): DirectoryQuery {
  const chosen: readonly string[] = query.filter[name] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value];
  return withFilter(query, name, values.length > 0 ? values : undefined);
}

/** The same question with one filter set, or without it when the value is undefined. */
export function withFilter(
  query: DirectoryQuery,
  name: FilterName,
  value: unknown,
): DirectoryQuery {
  const { [name]: _previous, ...others } = query.filter;
  const filter = (value === undefined ? others : { ...others, [name]: value }) as DirectoryFilter;
  if (!filter.languages) delete filter.languageLevel;
  return { ...query, filter };
}

/** The same question without a word, or several in a row, of its text: whole ones, if they stand there as such. */
export function withoutWord(query: DirectoryQuery, word: string): DirectoryQuery {
  const { text } = query;
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  const place = text.match(whole)?.index ?? text.toLowerCase().indexOf(word.toLowerCase());
  if (place < 0) return query;
  const rest = `${text.slice(0, place)} ${text.slice(place + word.length)}`;
  return { ...query, text: rest.replace(/\s+/g, ' ').trim() };
}

/** Not the thirty-first of February. */
function isDay(value: string): boolean {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const isSane = (value: string) => value.length > 0 && value.length <= 200 && !hasControls(value);
const hasControls = (value: string) => /[\p{Cc}]/u.test(value);
const withoutControls = (value: string) =>
  value
    .replace(/[\p{Cc}]/gu, ' ')
    .slice(0, 200)
    .toWellFormed();
