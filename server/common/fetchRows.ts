import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { cut, sidesOf } from './connection.ts';
import { type Page, pageOf } from './pageOf.ts';
import type { Branch, Plan } from './Plan.ts';
import type { RawTuple } from './Reader.ts';
import type { Many, Order } from './ReadModel.ts';
import type { Arguments } from './Selection.ts';
import { beneath, column, every, given, join, name, raw, type Sql, sql } from './sql.ts';
import { statementOf } from './Statement.ts';

/** Rader slik databasen sendte dem. The tuples of a plan, and what branches off from them. */
export interface Fetched {
  readonly plan: Plan;
  readonly tuples: readonly RawTuple[];
  /** In the order of the plan's branches. */
  readonly branches: readonly Grown[];
}

/** The rows of a branch for all its owners. */
export interface Grown {
  readonly rows: Fetched;
  /** What belongs to an owner, by the text of its key. */
  readonly of: (key: string) => Bunch;
  /** Why there are none. */
  readonly refusal?: InvalidInput;
}

/** What belongs to one owner: all of it, or a page. */
export interface Bunch {
  readonly tuples: readonly RawTuple[];
  readonly total: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly cursorOf: (tuple: RawTuple) => string;
}

/** Fetches what branches off from rows, level by level: a statement for each branch, whatever the number of its owners. */
export async function grow(
  context: Context,
  variables: Arguments,
  plan: Plan,
  tuples: readonly RawTuple[],
): Promise<Fetched> {
  const branches = await Promise.all(
    plan.branches.map((branch) => growBranch(context, variables, branch, keysIn(tuples, branch))),
  );
  return { plan, tuples, branches };
}

/** What grows on a branch; where it is asked for wrongly, what its field is to say. */
const growBranch = (
  context: Context,
  variables: Arguments,
  branch: Branch,
  keys: readonly string[],
): Promise<Grown> =>
  fetchBranch(context, variables, branch, branch.owner, keys).catch((error: unknown) =>
    refused(error, branch),
  );

/** What lies around a branch is answered all the same. */
function refused(error: unknown, { plan }: Branch): Grown {
  if (!(error instanceof InvalidInput)) throw error;
  const of = (): never => {
    throw error;
  };
  return { rows: { plan, tuples: [], branches: [] }, of, refusal: error };
}

const keysIn = (tuples: readonly RawTuple[], { slot }: Branch): string[] => [
  ...new Set(tuples.flatMap((tuple) => tuple[slot] ?? [])),
];

/** The same for rows whose identifiers are known beforehand: what hangs on them is asked for at once, not after them. */
export async function growByIds(
  context: Context,
  variables: Arguments,
  plan: Plan,
  ids: readonly string[],
  asked: Promise<readonly RawTuple[]>,
): Promise<Fetched> {
  const own = plan.require('id');
  const early = plan.branches.map((branch) =>
    branch.slot === own ? growBranch(context, variables, branch, ids) : null,
  );
  const [tuples, ...known] = await Promise.all([asked, ...early]);
  const branches = await Promise.all(
    plan.branches.map(
      (branch, place) =>
        known[place] ?? growBranch(context, variables, branch, keysIn(tuples, branch)),
    ),
  );
  return { plan, tuples, branches };
}

/**
 * Fetches one row with all that hangs on it in a single statement: of one owner, the ways to and from the database cost more than the
 * lists that its rows are packed into.
 */
export async function fetchOne(
  context: Context,
  variables: Arguments,
  plan: Plan,
  where: Sql,
  id: string,
): Promise<Fetched> {
  const { alias } = plan.root;
  const own = plan.require('id');
  const grown = new Map<Branch, Grown | Promise<Grown>>();
  const packed = plan.branches.flatMap((branch, place) => {
    if (branch.slot !== own) return [];
    try {
      const args = branch.args(variables);
      return [{ branch, place, query: queryOf(context, branch, args, branch.owner, [id]) }];
    } catch (error) {
      grown.set(branch, refused(error, branch));
      return [];
    }
  });
  const variant = `one ${packed.map(({ place, query }) => `${place} ${query.variant}`).join()}`;
  const statement = statementOf(plan, variant, () => {
    const lists = packed.map(({ query }, place) =>
      packedIn(query, sql`array[${column(alias, 'id')}]`, `$branch${place}`),
    );
    return sql`select ${join([plan.columns, ...lists], ', ')} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${where} limit 1`;
  });
  const args = Object.fromEntries(
    packed.map(({ query }, place) => [`$branch${place}`, query.args]),
  );
  const tuples = await context.reader.rawRows(statement, { context, args: { ...args, id } });
  const [tuple] = tuples;
  // Of a row that is not there nothing is asked, and nothing is wrong with how.
  if (!tuple) return { plan, tuples, branches: [] };
  packed.forEach(({ branch, query }, place) => {
    const text = tuple[plan.width + place] ?? '[]';
    grown.set(branch, query.collect(JSON.parse(text) as RawTuple[], context, variables));
  });
  const branches = await Promise.all(
    plan.branches.map(
      (branch) =>
        grown.get(branch) ?? growBranch(context, variables, branch, keysIn(tuples, branch)),
    ),
  );
  return { plan, tuples, branches };
}

/** The rows of a query as one value: a JSON list of tuples of texts. Its arguments stand under a name of their own. */
function packedIn({ columns, write }: BranchQuery, keys: Sql, args: string): Sql {
  const names = Array.from({ length: columns }, (_, place) => `c${place}`);
  const texts = names.map((it) => sql`${column('b', it)}::text`);
  return sql`(select json_agg(array[${join(texts, ', ')}]) from (${beneath(args, write(keys))})
    as "b"(${join(names.map(name), ', ')}))`;
}

const noPage = { hasNextPage: false, hasPreviousPage: false };
const noCursor = (): string => {
  throw new Error('Only pages have cursors');
};
const nothing: Bunch = { tuples: [], total: 0, pageInfo: noPage, cursorOf: noCursor };

type BranchOfMany = Pick<Branch, 'many' | 'plan' | 'selection'>;

/** Fetches the rows of a relation for all its owners at once. `ownerName`: the name of their type. */
export async function fetchBranch(
  context: Context,
  variables: Arguments,
  branch: BranchOfMany & Pick<Branch, 'args'>,
  ownerName: string,
  keys: readonly string[],
): Promise<Grown> {
  const { plan, many } = branch;
  if (!keys.length) return { rows: await grow(context, variables, plan, []), of: () => nothing };
  const query = queryOf(context, branch, branch.args(variables), ownerName, keys);
  const statement = statementOf(plan, query.variant, () =>
    query.write(sql`${given('$keys')}::${keyType(many)}[]`),
  );
  const args = { ...query.args, $keys: keys };
  const tuples = await context.reader.rawRows(statement, { context, args });
  return query.collect(tuples, context, variables);
}

/** What a branch asks of the database, and what it makes of the answer. */
interface BranchQuery {
  /** With the same variant, the same text. */
  readonly variant: string;
  /** The number of columns of its rows. */
  readonly columns: number;
  /** `keys`: an array of what its owners are known by. */
  readonly write: (keys: Sql) => Sql;
  readonly args: Arguments;
  readonly collect: (
    tuples: readonly RawTuple[],
    context: Context,
    variables: Arguments,
  ) => Promise<Grown>;
}

/** Throws INVALID_INPUT for a page that cannot be. */
function queryOf(
  context: Context,
  branch: BranchOfMany,
  args: Arguments,
  ownerName: string,
  keys: readonly string[],
): BranchQuery {
  if (branch.many.as !== 'connection') return listQuery(branch, args);
  return pagesQuery(context, branch, args, ownerName, keys);
}

function listQuery({ many, plan }: BranchOfMany, args: Arguments): BranchQuery {
  const owner = column(plan.root.alias, many.foreignKey);
  return {
    variant: 'list',
    columns: plan.width + 1,
    write: (keys) => sql`select ${plan.columns}, ${owner} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${owner} = any(${keys}) and ${many.where(plan.root.alias)}
      order by ${plan.order(many.orderBy)}`,
    args,
    async collect(tuples, context, variables) {
      const lists = Map.groupBy(tuples, (tuple) => tuple[plan.width]);
      const rows = await grow(context, variables, plan, tuples);
      return { rows, of: (key) => ({ ...nothing, tuples: lists.get(key) ?? [] }) };
    },
  };
}

function pagesQuery(
  context: Context,
  { many, plan, selection }: BranchOfMany,
  args: Arguments,
  ownerName: string,
  keys: readonly string[],
): BranchQuery {
  const page = pageOf(args);
  const list = (key: string) => listName(ownerName, many, args, key);
  const ends = {
    ...endOf(context, 'after', page.after, many, keys, list),
    ...endOf(context, 'before', page.before, many, keys, list),
  };
  const wanted = {
    hasRows: selection.nodesOf() !== null || selection.has('pageInfo'),
    isCounted: selection.has('totalCount'),
  };
  const [rankSlot, keySlot, totalSlot] = [plan.width, plan.width + 1, plan.width + 2];
  return {
    variant: [page.isBackward, page.after !== null, page.before !== null].join(),
    columns: plan.width + 3,
    write: (owners) => pagesStatement(plan, many, page, owners, wanted),
    args: { ...args, ...ends, $size: page.size + 1 },
    async collect(tuples, { cursors }, variables) {
      const found = new Map<string, RawTuple[]>();
      const totals = new Map<string, number>();
      for (const tuple of tuples) {
        const [rank, key] = [tuple[rankSlot], tuple[keySlot] as string];
        totals.set(key, Number(tuple[totalSlot]));
        // Owners without rows come along: their count is an answer too.
        if (rank === null || rank === undefined) continue;
        let theirs = found.get(key);
        if (!theirs) found.set(key, (theirs = []));
        theirs[Number(rank) - 1] = tuple;
      }
      const shown = new Map([...found].map(([key, all]) => [key, cut(all, page)]));
      const rows = await grow(context, variables, plan, [...shown.values()].flat());
      const slots = keySlots(plan, many.orderBy);
      return {
        rows,
        of: (key) => ({
          tuples: shown.get(key) ?? [],
          total: totals.get(key) ?? 0,
          pageInfo: sidesOf((found.get(key)?.length ?? 0) > page.size, page),
          cursorOf: (tuple) =>
            cursors.write(
              list(key),
              slots.map((slot) => tuple[slot]),
            ),
        }),
      };
    },
  };
}

/** Each owner with its page and its count, looked up by index one by one. */
function pagesStatement(
  plan: Plan,
  { foreignKey, where, orderBy }: Many,
  page: Page,
  owners: Sql,
  { hasRows, isCounted }: { hasRows: boolean; isCounted: boolean },
): Sql {
  const { alias } = plan.root;
  const theirs = every([
    sql`${column(alias, foreignKey)} = "owner"."key"`,
    plan.rule,
    where(alias),
  ]);
  const total = sql`cross join lateral (select count(*) from ${plan.table} where ${theirs}) as "total"("count")`;
  const rows = sql`left join lateral (
      select ${plan.columns}, row_number() over (order by ${plan.order(orderBy)}) from (
        select * from ${plan.table} where ${every([theirs, ...between(plan, orderBy, page)])}
        order by ${plan.order(orderBy, page.isBackward)} limit ${given('$size')}::integer
      ) as ${name(alias)} ${plan.joins}
    ) as "page" on true`;
  const none = join(
    Array.from({ length: plan.width + 1 }, () => raw('null')),
    ', ',
  );
  return sql`select ${hasRows ? raw('"page".*') : none}, "owner"."key", ${raw(isCounted ? '"total"."count"' : 'null')}
    from unnest(${owners}) as "owner"("key")
    ${isCounted ? total : raw('')} ${hasRows ? rows : raw('')}`;
}

const keyType = ({ key }: Pick<Many, 'key'>): Sql => raw(key === 'id' ? 'uuid' : 'integer');

/** The places of what a list is ordered by. */
const keySlots = (plan: Plan, orderBy: readonly Order[]): number[] =>
  [...orderBy, { property: 'id' }].map(({ property }) => plan.require(property));

const pageArguments = new Set(['first', 'after', 'last', 'before']);

/**
 * Which list a cursor is of: a relation of one owner, with its arguments, in its order. When the order changes in a later version, the
 * cursors of the former are cursors of another list.
 */
function listName(ownerName: string, many: Many, args: Arguments, key: string): string {
  const filter = Object.entries(args).filter(([name]) => !pageArguments.has(name));
  return JSON.stringify([ownerName, many.name, many.orderBy, filter, key]);
}

/** Where a page begins or ends, as values of the statement. Throws INVALID_INPUT for a cursor of another list. */
function endOf(
  { cursors }: Context,
  side: 'after' | 'before',
  cursor: string | null,
  { orderBy }: Many,
  keys: readonly string[],
  list: (key: string) => string,
): Arguments {
  if (cursor === null) return {};
  const [owner, ...others] = keys;
  // Of several lists at once it can be a cursor of one at the most.
  if (owner === undefined || others.length) {
    throw new InvalidInput({ [side]: 'NOT_A_CURSOR_OF_THIS_LIST' });
  }
  const key = cursors.read(list(owner), cursor, side, orderBy.length + 1);
  return Object.fromEntries(key.map((value, place) => [`$${side}${place}`, value]));
}

function between(plan: Plan, orderBy: readonly Order[], { after, before }: Page): Sql[] {
  return [
    ...(after === null ? [] : [beyond(plan, orderBy, 'after')]),
    ...(before === null ? [] : [beyond(plan, orderBy, 'before')]),
  ];
}

/** The rows that come after a key, or before it, in an order whose directions may differ from column to column. */
function beyond(plan: Plan, orderBy: readonly Order[], side: 'after' | 'before'): Sql {
  const columns: Order[] = [...orderBy, { property: 'id' }];
  const value = (place: number) => given(`$${side}${place}`);
  const later = columns.map(({ property, descending = false }, place) =>
    every([
      ...columns
        .slice(0, place)
        .map((same, at) => sql`${plan.column(same.property)} = ${value(at)}`),
      sql`${plan.column(property)} ${raw(descending === (side === 'after') ? '<' : '>')} ${value(place)}`,
    ]),
  );
  return sql`(${join(later, ' or ')})`;
}
