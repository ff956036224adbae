import type { GraphQLResolveInfo } from 'graphql';

import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type {
  AreaChoice,
  WorkClaim,
  WorkCount,
  WorkPerson,
} from '#schema/directory/work/WorkItem.ts';
import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import { cut, edgeOf, pageInfoOf, sidesOf } from '#server/common/connection.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { type Page, type PageAsked, pageOf } from '#server/common/pageOf.ts';
import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import { every, given, join, raw, type Sql, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import type { WorkColumns, WorkSource } from './WorkSource.ts';
import { workSources } from './workSources.ts';

/** What narrows the work list. */
export interface WorkAsked extends PageAsked {
  readonly kinds?: readonly WorkKind[] | null;
  readonly trust?: string | null;
  readonly isMine?: boolean | null;
}

/** One thing to do, as the database tells of it. */
interface Told {
  readonly rank: number;
  /** Its place in the order of its kind, as text. */
  readonly key: string;
  readonly subject: string;
  readonly organisation: string | null;
  readonly otherOrganisation: string | null;
  readonly person: WorkPerson | null;
  readonly otherPerson: WorkPerson | null;
  readonly proposal: string | null;
  readonly channel: ContactChannel | null;
  readonly areas: readonly number[];
  readonly since: string | null;
  readonly by: string | null;
  readonly byId: string | null;
  readonly until: string | null;
}

const list = 'work';
/** No more are counted: whoever has a thousand things to do need not know how many. */
const mostCounted = 1_000;

/** The kind of a thing to do and what it is known by, in one name. */
export const idOf = (kind: WorkKind, subject: string): string => `${kind}:${subject}`;

/**
 * Arbeidslisten. What is to be done, kind by kind, those of one kind in their own order: a statement for the page, one for the figures where they are
 * asked for, and one for each kind of record that is shown.
 *
 * A page goes on from the last thing of the one before: what is done or comes meanwhile moves nothing.
 */
export async function listWork(
  context: Context,
  info: GraphQLResolveInfo,
  asked: WorkAsked,
): Promise<object> {
  const selection = Selection.of(info);
  const page = pageOf(asked);
  const areas = await areasOfTrust(context, asked.trust ?? null);
  const kinds = asked.kinds?.length ? [...new Set(asked.kinds)] : null;
  const args = { areas, mine: asked.isMine ? (context.viewer?.id ?? null) : null };
  const wantsPage = ['nodes', 'edges', 'pageInfo'].some((name) => selection.has(name));
  const wantsCounts = ['counts', 'totalCount'].some((name) => selection.has(name));
  const [told, counts] = await Promise.all([
    wantsPage ? pageTold(context, page, kinds, args) : [],
    wantsCounts ? counted(context, args) : [],
  ]);
  const shown = cut(told, page);
  const nodes = await nodesOf(context, selection, info.variableValues, shown);
  const cursorOf = ({ rank, key, subject }: Told) =>
    context.cursors.write(list, [rank, key, subject]);
  // What somebody has erased or put away since is no work any more.
  const edges = shown.flatMap((it) => {
    const node = nodes.get(it);
    return node ? [edgeOf(it, node, cursorOf)] : [];
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: pageInfoOf(shown, sidesOf(told.length > page.size, page), cursorOf),
    counts,
    totalCount: counts
      .filter(({ kind }) => !kinds || kinds.includes(kind))
      .reduce((sum, { count }) => sum + count, 0),
  };
}

/** The areas of a trust's catchment; null where none is asked for. Throws INVALID_INPUT. */
async function areasOfTrust(
  { reader, today }: Context,
  trust: string | null,
): Promise<readonly number[] | null> {
  if (trust === null) return null;
  const [row] = isUuid(trust)
    ? await reader.rows<[number[]]>(
        sql`select areas_in_scope(id, null, ${today}::date) from organisation where id = ${trust}::uuid`,
      )
    : [];
  if (!row) throw new InvalidInput({ trust: 'UNKNOWN_TRUST' });
  return row[0];
}

type Args = Readonly<Record<string, unknown>>;

const columnNames = [
  'subject',
  'organisation',
  'person',
  'otherOrganisation',
  'otherPerson',
  'proposal',
  'channel',
  'areas',
  'since',
] as const satisfies readonly (keyof WorkColumns)[];

const none: Readonly<Record<keyof WorkColumns, string>> = {
  subject: 'null::text',
  organisation: 'null::uuid',
  otherOrganisation: 'null::uuid',
  person: 'null::json',
  otherPerson: 'null::json',
  proposal: 'null::uuid',
  channel: 'null::text',
  areas: `'{}'::integer[]`,
  since: 'null::text',
};

/** Who is on to it, and for how long. */
const claim = (kind: WorkKind, subject: Sql): Sql =>
  sql`work_claim as claim on claim.kind = ${raw(`'${kind}'`)} and claim.subject = ${subject} and claim.expires_at > ${given('now')}::timestamptz`;

const isMine = sql`(${given('mine')}::uuid is null or claim.by_id = ${given('mine')}::uuid)`;

/** Where a page begins or ends: in which source, and at which of its things. */
interface Place {
  readonly rank: number;
  readonly key: string;
  readonly subject: string;
}

/** The things of one source that the page may hold: from an index, no more than there is room for. */
function branch(
  { kind, columns, from, where, order }: WorkSource,
  rank: number,
  isBackward: boolean,
  ends: Readonly<Record<'after' | 'before', Place | null>>,
): Sql {
  const { key, type, descending = false } = order;
  const { subject } = columns;
  const beyond = (name: 'after' | 'before'): Sql => {
    if (ends[name]?.rank !== rank) return raw('true');
    const sign = (name === 'after') === descending ? '<' : '>';
    const [at, of] = [
      sql`${given(`${name}Key`)}::text::${raw(type)}`,
      sql`${given(`${name}Subject`)}::text`,
    ];
    // The first is what the index is asked for.
    return sql`(${key} ${raw(`${sign}=`)} ${at} and (${key}, ${subject}) ${raw(sign)} (${at}, ${of}))`;
  };
  const direction = raw(descending === isBackward ? 'asc' : 'desc');
  const selected = columnNames.map(
    (name) => sql`${columns[name] ?? raw(none[name])} as ${raw(`"${name}"`)}`,
  );
  return sql`(select ${raw(String(rank))} as rank, (row_number() over ())::int as place, it.* from (
      select ${key}::text as key, ${join(selected, ', ')}, claim.by_name as by, claim.by_id as "byId", claim.expires_at as until
      from ${from} left join ${claim(kind, subject)}
      where ${every([where, isMine, beyond('after'), beyond('before')])}
      order by ${key} ${direction}, ${subject} ${direction}
      limit ${given('limit')}::int
    ) as it)`;
}

async function pageTold(
  context: Context,
  page: Page,
  kinds: readonly WorkKind[] | null,
  args: Args,
): Promise<readonly Told[]> {
  const { reader, readModel, cursors } = context;
  const placeOf = (name: 'after' | 'before'): Place | null => {
    const cursor = page[name];
    if (cursor === null) return null;
    const [rank, key, subject] = cursors.read(list, cursor, name, 3) as [number, string, string];
    return { rank, key, subject };
  };
  const ends = { after: placeOf('after'), before: placeOf('before') };
  const sources = workSources.map((source) => source(readModel));
  const ranks = sources.flatMap(({ kind }, rank) => {
    const isAsked = !kinds || kinds.includes(kind);
    const isBetween = rank >= (ends.after?.rank ?? 0) && rank <= (ends.before?.rank ?? rank);
    return isAsked && isBetween ? [rank] : [];
  });
  if (!ranks.length) return [];
  const { isBackward } = page;
  const direction = raw(isBackward ? 'desc' : 'asc');
  const variant = ['work', ranks.join(), isBackward, ends.after?.rank, ends.before?.rank].join(' ');
  const statement = statementOf(
    readModel,
    variant,
    () => sql`select row_to_json(all_of_them) from (
      ${join(
        ranks.map((rank) => branch(sources[rank] as WorkSource, rank, isBackward, ends)),
        ' union all ',
      )}
      order by rank ${direction}, place limit ${given('limit')}::int
    ) as all_of_them`,
  );
  const rows = await reader.rawRows(statement, {
    context,
    args: {
      ...args,
      afterKey: ends.after?.key,
      afterSubject: ends.after?.subject,
      beforeKey: ends.before?.key,
      beforeSubject: ends.before?.subject,
      now: context.now,
      limit: page.size + 1,
    },
  });
  const told = rows.map(([row]) => JSON.parse(row as string) as Told);
  return isBackward ? told.toReversed() : told;
}

/** How many there are of each kind. */
async function counted(context: Context, args: Args): Promise<WorkCount[]> {
  const { reader, readModel } = context;
  const statement = statementOf(readModel, counted, () => {
    const sources = workSources.map((source) => source(readModel));
    const each = sources.map(
      ({
        kind,
        columns,
        from,
        where,
      }) => sql`select ${raw(`'${kind}'`)} as kind, count(*)::int as count from (
        select from ${from} left join ${claim(kind, columns.subject)} where ${every([where, isMine])} limit ${raw(String(mostCounted + 1))}
      ) as it`,
    );
    return sql`select kind, sum(count)::int from (${join(each, ' union all ')}) as all_of_them group by kind`;
  });
  const rows = await reader.rawRows(statement, { context, args: { ...args, now: context.now } });
  const byKind = new Map(rows.map(([kind, count]) => [kind as WorkKind, Number(count)]));
  return Object.values(WorkKind).map((kind) => {
    const count = byKind.get(kind) ?? 0;
    return { kind, count: Math.min(count, mostCounted), isCapped: count > mostCounted };
  });
}

/** What is selected of the records that the page is about; each kind of them is read once. */
async function nodesOf(
  context: Context,
  selection: Selection,
  variables: Readonly<Record<string, unknown>>,
  told: readonly Told[],
): Promise<Map<Told, object>> {
  const selected = selection.nodesOf();
  const relations = ['organisation', 'otherOrganisation', 'proposal'] as const;
  const read = await Promise.all(
    relations.map(async (relation) => {
      const beneath = selected?.within([relation]);
      const ids = told.flatMap((it) => it[relation] ?? []);
      if (!beneath || !ids.length) return new Map<string, object | null>();
      const rows = await readByIds(context, beneath, variables, [...new Set(ids)]);
      return new Map([...new Set(ids)].map((id, at) => [id, rows[at] ?? null]));
    }),
  );
  const choices = selected?.has('areas')
    ? await choicesOf(context, told)
    : new Map<number, AreaChoice>();
  const kinds = workSources.map((source) => source(context.readModel).kind);
  return new Map(
    told.flatMap((it) => {
      const kind = kinds[it.rank] as WorkKind;
      const records = relations.map((relation, at) => {
        const id = it[relation];
        return [relation, id === null ? null : (read[at]?.get(id) ?? null)] as const;
      });
      const isGone = relations.some(
        (relation, at) => it[relation] !== null && read[at]?.get(it[relation] as string) === null,
      );
      if (isGone) return [];
      return [
        [
          it,
          {
            id: idOf(kind, it.subject),
            kind,
            contactPointId: kind === WorkKind.BOUNCED ? it.subject : null,
            since: it.since,
            channel: it.channel,
            person: it.person,
            otherPerson: it.otherPerson,
            areas: it.areas.flatMap((number) => choices.get(number) ?? []),
            claim: claimOf(context, it),
            ...Object.fromEntries(records),
          },
        ] as const,
      ];
    }),
  );
}

const claimOf = ({ viewer }: Context, { by, byId, until }: Told): WorkClaim | null =>
  by === null || until === null
    ? null
    : { by, isMine: byId === viewer?.id, until: new Date(until) };

/** What the areas that are no more may have become, by the number of each. */
async function choicesOf(
  { reader, vocabulary, locale, today }: Context,
  told: readonly Told[],
): Promise<Map<number, AreaChoice>> {
  const numbers = [...new Set(told.flatMap(({ areas }) => areas))];
  if (!numbers.length) return new Map();
  const rows = await reader.rows<[number, string, string, string, string[]]>(
    sql`select area.number, change.old_code, min(change.old_name), max(change.changed_on)::text, array_agg(distinct change.new_code)
      from area_change as change join area on area.code = change.old_code
      where area.number = any(${numbers}::int[]) and change.changed_on <= ${today}::date group by 1, 2`,
  );
  return new Map(
    rows.map(([number, code, name, changedOn, newCodes]) => [
      Number(number),
      {
        code,
        name,
        changedOn,
        successors: newCodes.flatMap((newCode) => vocabulary.area(newCode, locale) ?? []),
      },
    ]),
  );
}
