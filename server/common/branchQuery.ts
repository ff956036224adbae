import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { byteParserOf } from './columnValue.ts';
import type { Bunch } from './Bunch.ts';
import { cut, sidesOf } from './connection.ts';
import type { Keys } from './Keys.ts';
import { byOwner, listQuery } from './listQuery.ts';
import { type Page, pageOf } from './pageOf.ts';
import type { Branch, Plan } from './Plan.ts';
import type { RawTuple } from './Reader.ts';
import type { Many, Order } from './ReadModel.ts';
import type { Arguments } from './Selection.ts';
import { column, every, given, join, name, raw, type Sql, sql } from './sql.ts';

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
  /** What the rows of one owner are once it and their places stand in them. */
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
  owners: Keys,
): BranchQuery {
  if (branch.many.as !== 'connection') return listQuery(branch, args, owners);
  return pagesQuery(context, branch, args, ownerName, owners);
}

function pagesQuery(
  context: Context,
  { many, plan, selection }: BranchOfMany,
  args: Arguments,
  ownerName: string,
  owners: Keys,
): BranchQuery {
  const page = pageOf(args);
  const list = (key: string) => listName(ownerName, many, args, key);
  const ends = {
    ...endOf(context, 'after', page.after, many, owners, list),
    ...endOf(context, 'before', page.before, many, owners, list),
  };
  const wanted = {
    hasRows: ['nodes', 'edges', 'pageInfo'].some((name) => selection.has(name)),
    isCounted: selection.has('totalCount'),
  };
  const [rankSlot, placeSlot, totalSlot] = [plan.width, plan.width + 1, plan.width + 2];
  const isWhole = many.isFew && wanted.hasRows && !wanted.isCounted && isFirst(page);
  const whole = isWhole ? listQuery({ many, plan }, args, owners) : null;
  return {
    variant: whole?.variant ?? [page.isBackward, page.after !== null, page.before !== null].join(),
    columns: plan.width + 3,
    width: plan.width,
    write: whole?.write ?? ((keys) => pagesStatement(plan, many, page, keys, wanted)),
    writeOne: wanted.isCounted ? null : (key) => pageOfOne(plan, many, page, key),
    complete: (tuples, key) =>
      whole?.complete(tuples, key) ??
      tuples.map((tuple, place) => [...tuple, String(place + 1), '1', null]),
    args: { ...args, ...ends, $size: page.size + 1 },
    collect(tuples) {
      const found: RawTuple[][] = whole ? byOwner(tuples, plan.width, owners) : [];
      const totals: number[] = [];
      for (const tuple of whole ? [] : tuples) {
        const rank = tuple[rankSlot] ?? null;
        const place = Number(tuple[placeSlot]) - 1;
        if (wanted.isCounted) totals[place] = Number(tuple[totalSlot]);
        // Owners without rows come along: their count is an answer too.
        if (rank !== null) (found[place] ??= [])[Number(rank) - 1] = tuple;
      }
      const shown = found.map((all) => cut(all, page));
      let key: ReturnType<typeof sortKeyOf> | undefined;
      return {
        tuples: shown.flat(),
        of(owner) {
          const place = owners.placeOf(owner);
          return {
            tuples: shown[place] ?? [],
            packed: null,
            total: totals[place] ?? 0,
            pageInfo: sidesOf((found[place]?.length ?? 0) > page.size, page),
            cursorOf(tuple) {
              key ??= sortKeyOf(plan, many.orderBy);
              return context.cursors.write(
                list(owner),
                key.map((read) => read(tuple)),
              );
            },
          };
        },
      };
    },
  };
}

/** Where there are few beyond it, it is cheaper to read all and to cut it here than to look for that of each owner by itself. */
const isFirst = ({ isBackward, after, before }: Page): boolean =>
  !isBackward && after === null && before === null;

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
  keys: Sql,
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
  return sql`select ${hasRows ? raw('"page".*') : none}, "owner"."place", ${raw(isCounted ? '"total"."count"' : 'null')}
    from unnest(${keys}) with ordinality as "owner"("key", "place")
    ${isCounted ? total : raw('')} ${hasRows ? rows : raw('')}`;
}

export const keyType = ({ key }: Pick<Many, 'key'>): Sql => raw(key === 'id' ? 'uuid' : 'integer');

/** What a list is ordered by, read from a row: a cursor is the same however its row came. */
const sortKeyOf = (plan: Plan, orderBy: readonly Order[]) =>
  [...orderBy, { property: 'id' }].map(({ property }) => {
    const [slot, parse] = [
      plan.require(property),
      byteParserOf(plan.root.readable.column(property).type),
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
  owners: Keys,
  list: (key: string) => string,
): Arguments {
  if (cursor === null) return {};
  const [owner, ...others] = owners.list;
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
