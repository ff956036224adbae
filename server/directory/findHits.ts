import type { FreshnessState } from '#schema/common/FreshnessState.ts';
import { FreshnessState as State } from '#schema/common/FreshnessState.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import type { Page } from '#server/common/pageOf.ts';
import { join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { type Conditions, mastery, nearness } from './conditions.ts';
import { type Choice, type Cut, firstOf, type Limits, MOST_HITS, unlessBroad } from './breadth.ts';
import { nameKey } from './entryOf.ts';
import type { Explained } from './Explained.ts';
import type { Completions } from './indexed.ts';
import { type Asker, audienceBits } from './lexemes.ts';
import { dayOfEntry, type Narrowed, wasVerified, whenOfState } from './narrow.ts';
import type { Understanding } from './Understanding.ts';
import { matches } from './whereOf.ts';

/** Everything that decides which entries are hits, and in which order. */
export interface Query {
  readonly understanding: Understanding;
  readonly conditions: Conditions;
  readonly narrowed: Narrowed;
  readonly asker: Asker;
  /** Found by a number or address that only the whole of finds, whatever their words. */
  readonly people: readonly string[];
  /** What its unfinished words may become. */
  readonly completions: Completions;
}

/** Which hits: so many from one end, or from a place in the order, which is not among them. */
export interface HitPage extends Pick<Page, 'size' | 'isBackward'> {
  readonly after: readonly unknown[] | null;
  readonly before: readonly unknown[] | null;
}

/** What one wants to know of the hits. Nothing else is read. */
export interface Wanted {
  readonly page: HitPage | null;
  readonly hasWhy: boolean;
  readonly hasTotal: boolean;
  readonly facets: readonly FacetName[];
  /** How many hits are counted and ordered at most; the usual number where it is not said. */
  readonly most?: number;
}

export const facetNames = [
  'only',
  'kinds',
  'languages',
  'areas',
  'topics',
  'communities',
  'willingness',
  'freshness',
  'hasPhone',
] as const;
export type FacetName = (typeof facetNames)[number];

/** An entry that was found. */
export interface Hit extends Explained {
  readonly id: string;
  readonly isReachable: boolean;
  readonly verifiedOn: string | null;
  readonly verifiedBy: VerificationMethod | null;
  /** Months from then until somebody should ask again. */
  readonly dueMonths: number;
  /** Its place in the order. */
  readonly key: readonly unknown[];
}

export interface Hits {
  /** One more than the page holds, where there are more. */
  readonly found: readonly Hit[];
  readonly total: number;
  /** Whether there are more than `total`: then all that is told is of the first of them. */
  readonly isCapped: boolean;
  readonly facets: ReadonlyMap<
    FacetName,
    readonly { readonly value: string; readonly count: number }[]
  >;
}

/** The audiences of the one who asks, as bits. */
export const maskOf = ({ audiences }: Asker): number =>
  audiences.reduce((all, audience) => all | audienceBits[audience], 0);

const cases = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? sql`case ${join(
        conditions.map((condition, place) => sql`when ${condition} then ${raw(String(place))}`),
        ' ',
      )} else ${raw(String(conditions.length))} end`
    : raw('0');

/** Can be reached now: in operation, not stale, with a phone, SMS or e-mail that has not failed and that the viewer may see. */
const isReachable = (asker: Asker, today: string): Sql =>
  sql`(reach_audiences & ${maskOf(asker)}::integer <> 0
    and (verified_on is null or verified_on >= ${dayOfEntry(freshnessLimits(today).due)})
    and (closed_on is null or closed_on >= ${today}::date))`;

/** 0 for what is fresh or due, 1 for what is stale or was never verified. */
const verifiedRank = (today: string): Sql =>
  sql`case when verified_on >= ${dayOfEntry(freshnessLimits(today).due)} then 0 else 1 end`;

/** Whether each word that says something is understood: then a name that happens to hold it is no better than the rest. */
export const isUnderstood = ({ groups }: Understanding): boolean => {
  const segments = groups.flatMap(({ divisions }) => divisions[0] ?? []);
  const words = segments.filter(({ isEmpty }) => !isEmpty);
  return words.length > 0 && words.every(({ meanings }) => meanings.length > 0);
};

/**
 * Rekkefølge. What comes first, as one tuple to sort and to page by: the very name; who can be reached now; the nearest; who masters
 * the language; those whose name it is, when all words are understood after what is verified; those found as typed; the freshest; the
 * alphabet.
 *
 * A hit whose word is only the first letters of what names something comes after all others, so that typing «per» shows Per before every
 * person.
 */
export function orderOf(
  { understanding, conditions, narrowed, asker, people }: Query,
  today: string,
): Sql[] {
  const { named, partlyNamed, solid, exact, partly } = conditions;
  const words = understanding.words;
  const near = nearness(understanding, narrowed.areas, asker);
  const mastered = mastery(understanding, narrowed.languages, asker);
  const keys = [nameKey(words)];
  const first = [
    ...(words.length ? [sql`(name_keys && ${keys}::text[] or number = ${words.join('')})`] : []),
    ...(people.length ? [sql`id = any(${people}::uuid[])`] : []),
  ];
  const covers =
    named && words.length > 1
      ? [sql`(name_length = ${words.length}::integer and ${matches(named, 'names')})`]
      : [];
  const byName = cases([named, partlyNamed].flatMap((it) => (it ? [matches(it, 'names')] : [])));
  return [
    words.length ? cases([sql`(${join(first, ' or ')})`, ...covers, matches(solid)]) : raw('0'),
    sql`case when ${isReachable(asker, today)} then 0 else 1 end`,
    sql`(${cases(near.map((level) => matches(level)))} * ${raw(String(MASTERIES))} + ${cases(mastered.map((level) => matches(level)))})`,
    isUnderstood(understanding) ? sql`(${verifiedRank(today)} * 10 + ${byName})` : byName,
    words.length ? cases([exact, ...(partly ? [partly] : [])].map((it) => matches(it))) : raw('0'),
    sql`coalesce(date '2000-01-01' - verified_on, 1000000)`,
    raw('sort_name'),
    raw('id'),
  ];
}

/** Fluent, good, and a little. */
export const MASTERIES = 3;

/** The types of what the hits are ordered by. */
export const orderTypes = [
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'text',
  'uuid',
];

/** The column that a facet counts, and whether it holds a list. */
const facetColumns: Readonly<
  Record<FacetName, { readonly column: string; readonly isList?: true; readonly with?: string }>
> = {
  only: { column: 'record' },
  kinds: { column: 'kind' },
  languages: { column: 'languages', isList: true },
  areas: { column: 'areas', isList: true },
  topics: { column: 'topics', isList: true },
  communities: { column: 'communities', isList: true },
  willingness: { column: 'willingness', isList: true },
  freshness: { column: 'verified_on', with: 'due_months' },
  hasPhone: { column: 'phone_audiences' },
};

const states: readonly FreshnessState[] = [State.FRESH, State.DUE, State.STALE, State.UNKNOWN];

function facetOf(facet: FacetName, asker: Asker, today: string): Sql {
  const limits = freshnessLimits(today);
  switch (facet) {
    case 'hasPhone':
      return sql`select 'hasPhone', 'true', count(*)::integer, null::json from hit where phone_audiences & ${maskOf(asker)}::integer <> 0`;
    case 'freshness': {
      const named = states.map(
        (state) => sql`when ${wasVerified(whenOfState(state, limits))} then ${raw(`'${state}'`)}`,
      );
      return sql`select 'freshness', case ${join(named, ' ')} end, count(*)::integer, null::json from hit group by 2`;
    }
    default: {
      const { column, isList } = facetColumns[facet];
      const value = raw(isList ? `unnest(${column})` : column);
      return sql`select ${raw(`'${facet}'`)}, value::text, count(*)::integer, null::json
        from (select ${value} as value from hit) as valued where value is not null group by value`;
    }
  }
}

/** Finds the hits: in memory where all that is asked of stands there, else in the database. */
export const findHits = async (query: Query, wanted: Wanted, context: Context): Promise<Hits> =>
  (await context.directoryIndex?.find(query, wanted, context)) ??
  findInDatabase(query, wanted, context);

/**
 * Finds the hits: their page, their number and their facets in one statement, of which only what is wanted is computed. A question that is
 * too broad takes one more.
 */
export async function findInDatabase(
  query: Query,
  wanted: Wanted,
  context: Context,
): Promise<Hits> {
  const limits: Limits = { most: wanted.most ?? MOST_HITS, context };
  const narrow = await read(query, wanted, context, unlessBroad(query, limits));
  if (!narrow.cut) return narrow;
  return {
    ...(await read(query, wanted, context, firstOf(query, narrow.cut, limits))),
    isCapped: true,
  };
}

/** Nothing found. */
export const noHits: Hits = { found: [], total: 0, isCapped: false, facets: new Map() };

async function read(
  query: Query,
  wanted: Wanted,
  { reader, today }: Context,
  choice: Choice,
): Promise<Hits & { readonly cut: Cut | null }> {
  const columns: Sql[] = [raw('id')];
  const parts: Sql[] = [];
  if (wanted.page) {
    columns.push(
      ...orderOf(query, today).map((column, place) => sql`${column} as ${raw(`o${place}`)}`),
    );
    parts.push(pageOf(wanted.page, wanted.hasWhy, query.asker));
  }
  if (wanted.hasTotal)
    parts.push(raw(`select 'total', null, count(*)::integer, null::json from hit`));
  for (const facet of wanted.facets) {
    const { column, with: beside } = facetColumns[facet];
    columns.push(raw(column), ...(beside ? [raw(beside)] : []));
    parts.push(facetOf(facet, query.asker, today));
  }
  if (!parts.length) return { ...noHits, cut: null };

  const rows = await reader.rows<[string, string | null, number, unknown[] | null]>(
    sql`with ${choice.hits(columns, raw(wanted.page ? 'o0, standing' : 'standing'))}
      ${join(
        [...parts, ...choice.told].map((part) => sql`(${part})`),
        ' union all ',
      )}`,
  );
  const of = (what: string) => rows.filter(([kind]) => kind === what);
  const [cut] = of('cut');
  return {
    found: of('hit')
      .sort((one, other) => one[2] - other[2])
      .map(([, id, , detail]) => hitOf(String(id), detail ?? [])),
    total: of('total')[0]?.[2] ?? 0,
    isCapped: false,
    facets: new Map(
      wanted.facets.map((facet) => [
        facet,
        of(facet).map(([, value, count]) => ({ value: String(value), count })),
      ]),
    ),
    cut: cut ? { isBegun: cut[3]?.[0] === 1, standing: cut[2] } : null,
  };
}

function pageOf({ size, isBackward, after, before }: HitPage, hasWhy: boolean, asker: Asker): Sql {
  const places = orderTypes.map((_, place) => raw(`o${place}`));
  const beyond = (key: readonly unknown[] | null, sign: '<' | '>') =>
    key
      ? sql`(${join(places, ', ')}) ${raw(sign)} (${join(
          orderTypes.map((type, place) => sql`${key[place]}::${raw(type)}`),
          ', ',
        )})`
      : raw('true');
  const ends = sql`${beyond(after, '>')} and ${beyond(before, '<')}`;
  const counted = isBackward ? places.map((place) => sql`${place} desc`) : places;
  // The labels are read for the page alone, not carried along for every hit.
  return sql`select 'hit', id::text, (row_number() over (order by ${join(places, ', ')}))::integer,
      json_build_array(record, verified_on::text, verified_by, due_months, ${join(places, ', ')}${hasWhy ? sql`, ${labelsOf(asker)}` : raw('')})
    from (select id, ${join(places, ', ')} from hit where ${ends} order by ${join(counted, ', ')} limit ${size + 1}::integer) as page
    join directory_entry using (id)`;
}

/** What a reason can be found in. */
export const labelsOf = (asker: Asker): Sql =>
  sql`name, to_json(aliases), to_json(affiliations), kind, number, to_json(languages), to_json(areas), to_json(topics),
    to_json(communities), to_json(willingness), phone_audiences & ${maskOf(asker)}::integer <> 0`;

/** A hit of its identifier and its details: record, verified when, how and for how long, key, labels. */
export function hitOf(id: string, detail: readonly unknown[]): Hit {
  const [record, verifiedOn, verifiedBy, dueMonths, ...rest] = detail;
  const key = rest.slice(0, orderTypes.length);
  const [
    name,
    aliases,
    affiliations,
    kind,
    number,
    languages,
    areas,
    topics,
    communities,
    willingness,
    hasPhone,
  ] = rest.slice(orderTypes.length);
  return {
    id,
    record,
    verifiedOn,
    verifiedBy,
    dueMonths,
    key,
    isReachable: key[1] === 0,
    name,
    aliases,
    affiliations,
    kind,
    number,
    languages,
    areas,
    topics,
    communities,
    willingness,
    hasPhone,
  } as Hit;
}
