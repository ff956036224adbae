import { DuplicateReasonKind } from '#schema/directory/duplicate/DuplicateReasonKind.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { tags } from '#server/directory/lexemes.ts';
import { distance } from '#server/directory/misspelling.ts';
import { type Condition, lexeme, or, toTsquery } from '#server/directory/tsquery.ts';
import { visibleEntries } from '#server/directory/visibleEntries.ts';
import { audiencesOf } from '#server/organisation/audiencesOf.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import { compareNames } from './compareNames.ts';
import { nameQueries } from './nameQueries.ts';
import { personsWith } from './personsWith.ts';
import { inOrder, least, scoreOf } from './weights.ts';

/** What somebody is about to enter, as far as they have. */
export interface AboutToEnter {
  readonly kind: RecordKind;
  readonly name: string;
  readonly number: string | null;
  /** Numbers of areas: of the seat, or served. */
  readonly areas: readonly number[];
  readonly contactValues: readonly string[];
  /** The record that is being edited, which is itself. */
  readonly exceptId: string | null;
}

/** A record that may be it. */
export interface Possible {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReasonKind[];
}

/** More than these are not looked at: who has so many of the like has not said much yet. */
const MOST_LOOKED_AT = 200;
const MOST = 5;
/** So many letters else, and it does not matter how many more. */
const FARTHEST = 8;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly number: string | null;
  readonly areas: readonly number[];
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly hasPage: boolean;
}

/**
 * Finner mulige dubletter. The records that have most in common with what somebody is about to enter, the likeliest first; five at most.
 *
 * A value that reaches a person finds that person only for those who might read it there (`personsWith`): or typing numbers would be a way to learn
 * whose they are.
 */
export async function findPossible(context: Context, asked: AboutToEnter): Promise<Possible[]> {
  const { reader, viewer } = context;
  const { kind, name, exceptId } = asked;
  await context.backlog.caughtUp(context);
  const values = valuesOf(asked.contactValues);
  const isPerson = kind === RecordKind.PERSON;
  const reached = isPerson
    ? await personsWith(
        context,
        values.map(({ value }) => value),
      )
    : [];
  const reachedIds = reached.map(({ id }) => id);
  const own = contactConditions(context, asked, values);
  const conditions = [
    ...(await nameQueries(reader, name)),
    ...own.phones,
    ...own.emails,
    ...own.numbers,
  ];
  const pages = values.filter(({ channel }) => channel === ContactChannel.WEBSITE);
  const found: Sql[] = conditions.map(
    (it) => sql`(select e.id from directory_sought e
      where e.lexemes @@ ${toTsquery(it)}::tsquery and e.record = ${kind} limit ${raw(String(MOST_LOOKED_AT))})`,
  );
  const keys = isPerson ? [] : pages.map(({ value }) => `website ${bare(value)}`);
  const byPage = sql`select record_id from duplicate_key where kind = 'website' and key = any(
    array(select hashtextextended(k, 0) from unnest(${keys}::text[]) as k))`;
  if (!found.length && !keys.length && !reached.length) return [];
  // Whoever asks of no value has nobody's lexemes looked through.
  const has = (some: readonly Condition[]) =>
    some.length ? sql`e.lexemes @@ ${toTsquery(or(...some))}::tsquery` : raw('false');
  const rows = await reader.rows<
    [string, string, string[], string | null, number[], boolean, boolean, boolean]
  >(
    sql`with found as (${found.reduce((union, it) => sql`${union} union ${it}`, sql`(${byPage} limit 50) union select unnest(${reachedIds}::uuid[])`)})
      select e.id, e.name, e.aliases, e.number, e.areas, ${has(own.phones)}, ${has(own.emails)},
        e.id in (${byPage})
      from found join directory_entry e on e.id = found.record_id
      where e.record = ${kind} and ${visibleEntries(viewer)} and e.id is distinct from ${exceptId && isUuid(exceptId) ? exceptId : null}::uuid`,
  );
  const isReached = (id: string, byEmail: boolean) =>
    reached.some((it) => it.id === id && it.isByEmail === byEmail);
  const possible = rows
    .map(([id, itsName, aliases, itsNumber, areas, byPhone, byEmail, hasPage]) =>
      judged(asked, {
        id,
        name: itsName,
        aliases,
        number: itsNumber,
        areas,
        hasPhone: isPerson ? isReached(id, false) : byPhone,
        hasEmail: isPerson ? isReached(id, true) : byEmail,
        hasPage,
      }),
    )
    .filter(({ score }) => score >= least.onEntry)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const likeliest = nearestFirst(name, possible, new Map(rows.map(([id, it]) => [id, it])));
  for (const { id } of likeliest) {
    if (reachedIds.includes(id)) context.disclosures.note(id, ['contactPoints.value']);
  }
  return likeliest;
}

/** Of those that are as likely as the last who is told of, the ones whose names have the fewest letters else. */
function nearestFirst(
  name: string,
  possible: readonly Possible[],
  names: ReadonlyMap<string, string>,
): Possible[] {
  const last = possible[MOST - 1]?.score ?? 0;
  const folded = foldedWords(name).join(' ');
  const slips = new Map(
    possible
      .filter(({ score }) => score >= last)
      .map(({ id }) => [
        id,
        distance(folded, foldedWords(names.get(id) ?? '').join(' '), FARTHEST),
      ]),
  );
  return possible
    .filter(({ id }) => slips.has(id))
    .toSorted((one, other) => other.score - one.score || slips.get(one.id)! - slips.get(other.id)!)
    .slice(0, MOST);
}

function judged({ kind, name, number, areas }: AboutToEnter, row: Row): Possible {
  const reasons = new Set<DuplicateReasonKind>();
  if (number && row.number === number) reasons.add(DuplicateReasonKind.NUMBER);
  const byName = compareNames(name, row.name, true);
  if (byName) reasons.add(byName);
  const hasOther =
    byName !== DuplicateReasonKind.NAME &&
    row.aliases.some((alias) => isSameName(compareNames(name, alias)));
  if (hasOther) {
    reasons.add(DuplicateReasonKind.OTHER_NAME);
    if (byName === DuplicateReasonKind.WORDS) reasons.delete(byName);
  }
  if (row.hasPhone) reasons.add(DuplicateReasonKind.PHONE);
  if (row.hasEmail) reasons.add(DuplicateReasonKind.EMAIL);
  if (row.hasPage) reasons.add(DuplicateReasonKind.WEBSITE);
  if (reasons.size && row.areas.some((it) => areas.includes(it))) {
    reasons.add(DuplicateReasonKind.AREA);
  }
  return { id: row.id, score: scoreOf(kind, reasons), reasons: inOrder(kind, reasons) };
}

const sameNames: ReadonlySet<DuplicateReasonKind | null> = new Set([
  DuplicateReasonKind.NAME,
  DuplicateReasonKind.NAME_IN_OTHER_WORDS,
  DuplicateReasonKind.NAME_ALIKE,
]);

const isSameName = (kind: DuplicateReasonKind | null): boolean => sameNames.has(kind);

interface Value {
  readonly channel: ContactChannel;
  readonly value: string;
}

/** What was typed, in the form in which it is kept; what cannot be such a value yet is left out. */
function valuesOf(typed: readonly string[]): Value[] {
  const channels = [ContactChannel.EMAIL, ContactChannel.PHONE, ContactChannel.WEBSITE];
  return typed.flatMap((it) => {
    for (const channel of channels) {
      const { value } = readContactValue(channel, it.trim());
      if (value !== undefined) return [{ channel, value }];
    }
    return [];
  });
}

/** An address on the web without what makes no difference, as the keys have it. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/?#]*$/, '');

/** Numbers and addresses of organisations, as their entries have them, for those who may know of them there. */
function contactConditions(
  { viewer }: Context,
  { number }: AboutToEnter,
  values: readonly Value[],
): Readonly<Record<'phones' | 'emails' | 'numbers', Condition[]>> {
  const audiences = audiencesOf(viewer);
  const of = (
    channel: ContactChannel,
    tag: (audience: (typeof audiences)[number], value: string) => string,
  ) =>
    values
      .filter((it) => it.channel === channel)
      .flatMap(({ value }) => audiences.map((audience) => lexeme(tag(audience, value))));
  return {
    phones: of(ContactChannel.PHONE, (audience, value) =>
      tags.telephone(audience, value.replaceAll(/\D/g, '')),
    ),
    emails: of(ContactChannel.EMAIL, (audience, value) =>
      tags.address(audience, value.toLowerCase()),
    ),
    numbers: number ? [lexeme(tags.organisationNumber(number))] : [],
  };
}
