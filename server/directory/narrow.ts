import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { isUuid } from '#server/common/isUuid.ts';
import {
  type DayByMonths,
  type FreshnessLimits,
  freshnessLimits,
} from '#server/common/freshnessOf.ts';
import { every, raw, type Sql, sql } from '#server/common/sql.ts';
import type { AreaRow, VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { type Asker, around, hasPhone, serves, spoken, tags } from './lexemes.ts';
import { type Condition, lexeme, not, or } from './tsquery.ts';

/** A day; or one for each deadline, where it depends on that of the profile. */
export type VerifiedDay = string | DayByMonths;

/** When a profile was last verified: from a day on, before a day, between them; or never. */
export type VerifiedWhen =
  | { readonly from: VerifiedDay | null; readonly before: VerifiedDay | null }
  | 'never';

/** One field of the filter, as what it asks of an entry. */
export interface Narrowing {
  /** The name of the field. */
  readonly field: string;
  readonly condition: Condition | null;
  /** Verified at one of these times; null where that is not asked. */
  readonly verified: readonly VerifiedWhen[] | null;
}

/** A filter, read. */
export interface Narrowed {
  readonly narrowings: readonly Narrowing[];
  /** The areas chosen: hits nearer to them come first. */
  readonly areas: readonly AreaRow[];
  /** The languages chosen: who masters them comes before who gets by. */
  readonly languages: readonly number[];
}

const MOST_VALUES = 500;

/**
 * Reads a filter into conditions, one per field. Throws INVALID_INPUT, naming the field, for codes that nothing has.
 *
 * Costs a statement for the catchment of a trust, and none otherwise.
 */
export async function narrow(
  filter: DirectoryFilter,
  asker: Asker,
  context: Context,
): Promise<Narrowed> {
  const narrowings: Narrowing[] = [];
  const add = (field: string, condition: Condition): void => {
    narrowings.push({ field, condition, verified: null });
  };
  const addVerified = (field: string, verified: readonly VerifiedWhen[]): void => {
    narrowings.push({ field, condition: null, verified });
  };
  const numbers = (
    field: 'languages' | 'areas' | 'topics' | 'communities',
    of: VocabularyName,
  ): number[] =>
    codes(filter[field], field).map((code) => {
      const term = context.vocabulary.byCode(of, code, context.locale);
      if (!term) throw new InvalidInput({ [`filter.${field}`]: 'UNKNOWN_CODE' });
      return term.number;
    });
  const anyOf = (field: string, lexemes: readonly string[]): void => {
    if (lexemes.length) add(field, or(...lexemes.map(lexeme)));
  };

  if (filter.only) add('only', lexeme(tags.record(filter.only)));
  anyOf('kinds', codes(filter.kinds, 'kinds').map(tags.kind));
  const languages = numbers('languages', 'Language');
  if (languages.length) add('languages', or(...languages.map((number) => spoken(number, asker))));
  const areas = codes(filter.areas, 'areas').map((code) => {
    const area = context.vocabulary.area(code, context.locale);
    if (!area) throw new InvalidInput({ 'filter.areas': 'UNKNOWN_CODE' });
    return area;
  });
  if (areas.length) add('areas', or(...areas.map(serves)));
  if (filter.trust) add('trust', await servesCatchment(filter.trust, context));
  anyOf('topics', numbers('topics', 'Topic').map(tags.topic));
  anyOf('communities', numbers('communities', 'Community').map(tags.community));
  anyOf('willingness', codes(filter.willingness, 'willingness').map(tags.willingness));
  if (filter.freshness?.length) {
    const limits = freshnessLimits(context.today);
    addVerified(
      'freshness',
      [...new Set(filter.freshness)].map((state) => whenOfState(state, limits)),
    );
  }
  if (filter.verifiedSince) {
    addVerified('verifiedSince', [{ from: filter.verifiedSince, before: null }]);
  }
  if (typeof filter.hasPhone === 'boolean') {
    add('hasPhone', filter.hasPhone ? hasPhone(asker) : not(hasPhone(asker)));
  }
  return { narrowings, areas, languages };
}

function codes<Code extends string>(
  values: readonly Code[] | null | undefined,
  field: string,
): Code[] {
  const unique = [...new Set(values ?? [])];
  if (unique.length > MOST_VALUES)
    throw new InvalidInput({ [`filter.${field}`]: `AT_MOST_${MOST_VALUES}_VALUES` });
  return unique;
}

/** When a profile was verified that is in a state on the day of the limits. */
export function whenOfState(state: FreshnessState, { fresh, due }: FreshnessLimits): VerifiedWhen {
  switch (state) {
    case FreshnessState.FRESH:
      return { from: fresh, before: null };
    case FreshnessState.DUE:
      return { from: due, before: fresh };
    case FreshnessState.STALE:
      return { from: null, before: due };
    case FreshnessState.UNKNOWN:
      return 'never';
  }
}

/** The same in SQL. */
export function wasVerified(when: VerifiedWhen): Sql {
  if (when === 'never') return raw('verified_on is null');
  const { from, before } = when;
  return every([
    ...(from === null ? [] : [sql`verified_on >= ${dayOfEntry(from)}`]),
    ...(before === null ? [] : [sql`verified_on < ${dayOfEntry(before)}`]),
  ]);
}

/** The day for an entry, as SQL. */
export const dayOfEntry = (day: VerifiedDay): Sql =>
  typeof day === 'string' ? sql`${day}::date` : sql`(${day}::date[])[due_months]`;

/** What serves the catchment of a trust today: its areas, what lies around them, what lies in them and has no trust of its own. */
async function servesCatchment(trust: string, context: Context): Promise<Condition> {
  const { reader, vocabulary, locale, today } = context;
  const unknown = new InvalidInput({ 'filter.trust': 'UNKNOWN_TRUST' });
  if (!isUuid(trust)) throw unknown;
  const rows = await reader.rows<[number | null, boolean]>(
    sql`select null, true from organisation where id = ${trust}::uuid
      union all
      select area_number, trust_id = ${trust}::uuid or trust_id in (select id from organisation where parent_id = ${trust}::uuid)
      from catchment where since <= ${today}::date and coalesce(until, 'infinity') >= ${today}::date`,
  );
  if (rows[0]?.[0] !== null) throw unknown;
  const isOurs = new Map(
    rows.flatMap(([number, ours]) => (number === null ? [] : [[number, ours] as const])),
  );

  const parts: Condition[] = [];
  const take = (area: AreaRow): void => {
    parts.push(lexeme(tags.area(area.number)));
    for (const child of area.children) if (!isOurs.has(child.number)) take(child);
  };
  for (const [number, ours] of isOurs) {
    const area = ours ? (vocabulary.byNumber('Area', number, locale) as AreaRow | null) : null;
    if (!area) continue;
    take(area);
    for (const { number: wider } of around(area)) parts.push(lexeme(tags.area(wider)));
  }
  return or(...parts);
}
