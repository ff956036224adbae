import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { parserOf } from './columnValue.ts';
import { cut, sidesOf } from './connection.ts';
import { type Page, pageOf } from './pageOf.ts';
import type { Branch, Plan } from './Plan.ts';
import type { RawTuple } from './Reader.ts';
import type { Many, Order } from './ReadModel.ts';
import type { Arguments } from './Selection.ts';
import { column, every, given, join, name, raw, type Sql, sql } from './sql.ts';

/** What belongs to one owner: all of it, or a page. */
export interface Bunch {
  readonly tuples: readonly RawTuple[];
  readonly total: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly cursorOf: (tuple: RawTuple) => string;
}

const noPage = { hasNextPage: false, hasPreviousPage: false };
const noCursor = (): string => {
  throw new Error('Only pages have cursors');
};
/** What belongs to an owner of whom nothing was found. */
export const nothing: Bunch = { tuples: [], total: 0, pageInfo: noPage, cursorOf: noCursor };

export type BranchOfMany = Pick<Branch, 'many' | 'plan' | 'selection'>;

/** What a branch asks of the database, and what it makes of the answer. */
export interface BranchQuery {
  /** With the same variant, the same text. */
  readonly variant: string;
  /** The number of columns of its rows, and how many of them are the plan's. */
  readonly columns: number;
  readonly width: number;
  /** `keys`: an array of what its owners are known by. */
  readonly write: (keys: Sql) => Sql;
  /** The same for one owner, in order, where that can be said more simply; its rows have no more than the columns of the plan. */
  readonly writeOne: ((key: Sql) => Sql) | null;
  /** What the rows of one owner are once its key and their places stand in them. */
  readonly complete: (tuples: readonly RawTuple[], key: string) => RawTuple[];
  readonly args: Arguments;
  readonly collect: (tuples: readonly RawTuple[]) => Collected;
}

/** The rows that are shown, and whose they are. */
interface Collected {
  readonly tuples: readonly RawTuple[];
  readonly of: (key: string) => Bunch;
}

/** Throws INVALID_INPUT for a page that cannot be. */
export function queryOf(
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
    width: plan.width,
    write: (keys) => sql`select ${plan.columns}, ${owner} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${owner} = any(${keys}) and ${many.where(plan.root.alias)}
      order by ${plan.order(many.orderBy)}`,
    writeOne: (key) => sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${owner} = ${key} and ${many.where(plan.root.alias)}
      order by ${plan.order(many.orderBy)}`,
    complete: (tuples, key) => tuples.map((tuple) => [...tuple, key]),
    args,
    collect(tuples) {
      const lists = Map.groupBy(tuples, (tuple) => tuple[plan.width]);
      return { tuples, of: (key) => ({ ...nothing, tuples: lists.get(key) ?? [] }) };
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
    hasRows: ['nodes', 'edges', 'pageInfo'].some((name) => selection.has(name)),
    isCounted: selection.has('totalCount'),
  };
  const [rankSlot, keySlot, totalSlot] = [plan.width, plan.width + 1, plan.width + 2];
  return {
    variant: [page.isBackward, page.after !== null, page.before !== null].join(),
    columns: plan.width + 3,
    width: plan.width,
    write: (owners) => pagesStatement(plan, many, page, owners, wanted),
    writeOne: wanted.isCounted ? null : (key) => pageOfOne(plan, many, page, key),
    complete: (tuples, key) =>
      tuples.map((tuple, place) => [...tuple, String(place + 1), key, null]),
    args: { ...args, ...ends, $size: page.size + 1 },
    collect(tuples) {
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
      const key = sortKeyOf(plan, many.orderBy);
      return {
        tuples: [...shown.values()].flat(),
        of: (owner) => ({
          tuples: shown.get(owner) ?? [],
          total: totals.get(owner) ?? 0,
          pageInfo: sidesOf((found.get(owner)?.length ?? 0) > page.size, page),
          cursorOf: (tuple) =>
            context.cursors.write(
              list(owner),
              key.map((read) => read(tuple)),
            ),
        }),
      };
    },
  };
}

/** The page of one owner, in its order. */
function pageOfOne(plan: Plan, many: Many, page: Page, key: Sql): Sql {
  return sql`select ${plan.columns} from (${pageRows(plan, many, page, key)}) as ${name(plan.root.alias)}
    ${plan.joins} order by ${plan.order(many.orderBy)}`;
}

/** The rows of a page before anything is joined to them. */
function pageRows(plan: Plan, { foreignKey, where, orderBy }: Many, page: Page, key: Sql): Sql {
  const { alias } = plan.root;
  const theirs = [sql`${column(alias, foreignKey)} = ${key}`, plan.rule, where(alias)];
  return sql`select * from ${plan.table} where ${every([...theirs, ...between(plan, orderBy, page)])}
    order by ${plan.order(orderBy, page.isBackward)} limit ${given('$size')}::integer`;
}

/** Each owner with its page and its count, looked up by index one by one. */
function pagesStatement(
  plan: Plan,
  many: Many,
  page: Page,
  owners: Sql,
  { hasRows, isCounted }: { hasRows: boolean; isCounted: boolean },
): Sql {
  const { alias } = plan.root;
  const { foreignKey, where, orderBy } = many;
  const key = raw('"owner"."key"');
  const theirs = every([sql`${column(alias, foreignKey)} = ${key}`, plan.rule, where(alias)]);
  const total = sql`cross join lateral (select count(*) from ${plan.table} where ${theirs}) as "total"("count")`;
  const rows = sql`left join lateral (
      select ${plan.columns}, row_number() over (order by ${plan.order(orderBy)}) from (
        ${pageRows(plan, many, page, key)}
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

export const keyType = ({ key }: Pick<Many, 'key'>): Sql => raw(key === 'id' ? 'uuid' : 'integer');

/** What a list is ordered by, read from a row: a cursor is the same however its row came. */
const sortKeyOf = (plan: Plan, orderBy: readonly Order[]) =>
  [...orderBy, { property: 'id' }].map(({ property }) => {
    const [slot, parse] = [
      plan.require(property),
      parserOf(plan.root.readable.column(property).type),
    ];
    return (tuple: RawTuple): unknown => {
      const raw = tuple[slot] ?? null;
      return raw === null ? null : parse(raw);
    };
  });

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
