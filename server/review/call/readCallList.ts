import type { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import type { CallChoice, CallListItem, CallListPage } from '#schema/review/call/CallListItem.ts';
import type { CallReason } from '#schema/review/call/CallReason.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { areasOf } from '#server/access/scope.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import { callKind, waitingCalls } from './callSql.ts';

/** What the list is narrowed to. */
export interface CallFilter {
  readonly roundId?: string | null;
  readonly trustId?: string | null;
  readonly municipality?: string | null;
  readonly language?: string | null;
  readonly reasons?: readonly CallReason[] | null;
  /** Also those whose letters have not had their time. */
  readonly isEarly?: boolean | null;
  /** Those who asked to be rung at another time, and those alone. */
  readonly isLater?: boolean | null;
  /** How many, from where the page before ended. */
  readonly first?: number;
  readonly after?: string | null;
}

/** A row as it comes from the database. */
interface Row extends Omit<CallListItem, 'municipality' | 'sharedLanguages' | 'claim'> {
  readonly municipality: number | null;
  readonly shared: readonly number[];
  readonly by: string | null;
  readonly byId: string | null;
  readonly until: string | null;
}

interface Counted {
  readonly value: string | number;
  readonly name: string | null;
  readonly count: number;
}

interface Told {
  readonly nodes: readonly Row[];
  readonly total: number;
  readonly later: number;
  readonly trusts: readonly Counted[];
  readonly municipalities: readonly Counted[];
  readonly languages: readonly Counted[];
}

const MOST = 100;
const list = 'calls';

const columns = `w.*, k.by_name as "by", k.by_id as "byId", k.expires_at as until`;
const claims = `left join work_claim k on k.kind = '${callKind}' and k.subject = w.id::text and k.expires_at > $2::timestamptz`;

/** Of the round that is asked for, ripe unless one can't wait; later or not. */
const inTime = `($5::uuid is null or w."roundId" = $5) and (w."isRipe" or $6::boolean or w."isLater")`;
const narrowed = `${inTime} and w."isLater" = $7::boolean and ($8::uuid is null or w."trustId" = $8)
  and ($9::integer is null or w.municipality = $9) and ($10::text is null or w.language = $10)
  and ($11::text[] is null or w.reason = any($11))`;

/** Who asked to be rung now, whom one shares a language with, who has been rung the least. */
const order = `(w."againAt" is null), w.shared = '{}', w.unanswered, w."dueOn", w."organisationName", w.id`;
const keyOf = ({ againAt, shared, unanswered, dueOn, organisationName, id }: Row) => [
  againAt === null,
  shared.length === 0,
  unanswered,
  dueOn,
  organisationName,
  id,
];
const beyond = `($13::boolean is null or (${order}) > ($13, $14::boolean, $15::integer, $16::date, $17::text, $18::uuid))`;

const choices = (value: string, name: string) =>
  `(select coalesce(json_agg(it order by it.name, it.value), '[]') from (
    select ${value} as value, ${name} as name, count(*)::integer as count from waiting w
    where ${inTime} and w."isLater" = $7::boolean and ${value} is not null group by 1, 2
  ) as it)`;

const listSql = `with waiting as materialized (${waitingCalls})
  select (select coalesce(json_agg(it), '[]') from (
      select ${columns} from waiting w ${claims} where ${narrowed} and ${beyond} order by ${order} limit $12
    ) as it) as nodes,
    (select count(*)::integer from waiting w where ${narrowed}) as total,
    (select count(*)::integer from waiting w where w."isLater" and ($5::uuid is null or w."roundId" = $5)) as later,
    ${choices('w."trustId"', 'w."trustName"')} as trusts,
    ${choices('w.municipality', 'null::text')} as municipalities,
    ${choices('w.language', 'null::text')} as languages`;

const uuidOf = (id: string | null | undefined) => (id && isUuid(id) ? id : null);

const asked = ({ viewer, now, today }: Context) => [
  areasOf(viewer?.scope ?? null),
  now,
  today,
  viewer?.id ?? null,
];

/**
 * Ringelisten. Those within the viewer's scope who are to be rung, and by what the list may be narrowed.
 *
 * Throws INVALID_INPUT (`first`, `after`).
 */
export async function readCallList(context: Context, filter: CallFilter): Promise<CallListPage> {
  const { vocabulary, locale, database, cursors } = context;
  const { first = 50, after = null } = filter;
  if (first < 1 || first > MOST) throw new InvalidInput({ first: `FROM_1_TO_${MOST}` });
  const from = after === null ? [] : cursors.read(list, after, 'after', 6);
  const municipality = filter.municipality
    ? (vocabulary.byCode('Area', filter.municipality, locale)?.number ?? -1)
    : null;
  const { rows } = await database.pool.query<Told>({
    name: 'call list',
    text: listSql,
    values: [
      ...asked(context),
      uuidOf(filter.roundId),
      filter.isEarly === true,
      filter.isLater === true,
      uuidOf(filter.trustId),
      municipality,
      filter.language || null,
      filter.reasons?.length ? filter.reasons : null,
      first + 1,
      ...Array.from({ length: 6 }, (_, at) => from[at] ?? null),
    ],
  });
  const [told] = rows;
  if (!told) throw new Error('A list without a row');
  // Who stands at home in a county or in all of Norway is in no municipality.
  const municipalityOf = ({ value, count }: Counted): CallChoice[] => {
    const area = vocabulary.byNumber('Area', Number(value), locale) as AreaRow | null;
    return area?.kind === AreaKind.MUNICIPALITY
      ? [{ value: area.code, name: area.name, count }]
      : [];
  };
  const languageOf = ({ value, count }: Counted): CallChoice => {
    const code = String(value);
    return { value: code, name: vocabulary.byCode('Language', code, locale)?.name ?? code, count };
  };
  const nodes = told.nodes.slice(0, first);
  const last = nodes.at(-1);
  const byName = (one: CallChoice, other: CallChoice) => one.name.localeCompare(other.name, locale);
  return {
    nodes: nodes.map((row) => itemOf(context, row)),
    endCursor: last && told.nodes.length > first ? cursors.write(list, keyOf(last)) : null,
    totalCount: told.total,
    laterCount: told.later,
    trusts: told.trusts.map(({ value, name, count }) => ({
      value: String(value),
      name: name ?? '',
      count,
    })),
    municipalities: told.municipalities.flatMap(municipalityOf).toSorted(byName),
    languages: told.languages.map(languageOf).toSorted(byName),
  };
}

/** One of them, as it stands; null where it is not on the list any more. */
export async function readCallItem(context: Context, id: string): Promise<CallListItem | null> {
  const { rows } = await context.database.pool.query<{ it: Row }>({
    name: 'one on the call list',
    text: `with w as (${waitingCalls} and q.id = $5) select to_json(it) as it from (
      select ${columns} from w ${claims}) as it`,
    values: [...asked(context), uuidOf(id)],
  });
  return rows[0] ? itemOf(context, rows[0].it) : null;
}

function itemOf(
  { vocabulary, locale, viewer }: Context,
  { municipality, shared, by, byId, until, ...row }: Row,
): CallListItem {
  const area = municipality === null ? null : vocabulary.byNumber('Area', municipality, locale);
  const claim: WorkClaim | null =
    by === null || until === null
      ? null
      : { by, isMine: byId === viewer?.id, until: new Date(until) };
  return {
    ...row,
    municipality: area?.name ?? null,
    sharedLanguages: shared.flatMap(
      (number) => vocabulary.byNumber('Language', number, locale)?.name ?? [],
    ),
    claim,
  };
}
