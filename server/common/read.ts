import DataLoader from 'dataloader';
import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';

import type { Context } from '#server/context.ts';
import { type Page, pageOf } from './pageOf.ts';
import { assemble, type Branch, type Level, Plan } from './Plan.ts';
import type { Order } from './ReadModel.ts';
import type { Row } from './Row.ts';
import { fieldKey, Selection } from './Selection.ts';
import { column, every, join, name, raw, type Sql, sql } from './sql.ts';

/** Reads the one row that fits, as the query selects it; null where there is none that the viewer may see. */
export async function readOne(
  context: Context,
  selection: Selection,
  where: (plan: Plan) => Sql,
): Promise<Row | null> {
  const plan = new Plan(context.readModel, context, selection);
  const [row] = await fetch(
    context,
    plan,
    sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${where(plan)} limit 1`,
  );
  return row ?? null;
}

/** Reads all rows that fit, in order. For lists that are short by nature. */
export function readAll(
  context: Context,
  selection: Selection,
  where: (plan: Plan) => Sql,
  orderBy: readonly Order[],
): Promise<Row[]> {
  const plan = new Plan(context.readModel, context, selection);
  return fetch(
    context,
    plan,
    sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${where(plan)} order by ${plan.order(orderBy)}`,
  );
}

/** Reads the rows with these identifiers, in that order. Those that the viewer may not see are left out. */
export async function readByIds(
  context: Context,
  selection: Selection,
  ids: readonly string[],
): Promise<Row[]> {
  if (!ids.length) return [];
  const plan = new Plan(context.readModel, context, selection);
  const rows = await fetch(
    context,
    plan,
    sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${plan.column('id')} = any(${ids}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row['id'], row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * The value of a relation: from the plan where it was planned, else read now, together with the same relation of the other rows of
 * this tick. Both ways obey the same rules.
 */
export function planned(row: Row, context: Context, info: GraphQLResolveInfo): unknown {
  const field = info.parentType.getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  if (!field || !node) throw new Error(`${info.fieldName} is not a field`);
  const args = field.args.length ? getArgumentValues(field, node, info.variableValues) : {};
  const key = fieldKey(info.fieldName, args);
  if (key in row) return row[key];

  const many = context.readModel.contributedTo(info.parentType.name, info.fieldName);
  if (!many) throw new Error(`${info.parentType.name}.${info.fieldName} is no relation`);
  const loaderKey = `${info.parentType.name}.${key}@${node.loc?.start}`;
  let loader = context.relations.get(loaderKey);
  if (!loader) {
    const branch: Branch = { key, many, args, selection: Selection.of(info) };
    loader = new DataLoader<Row, unknown, unknown>(
      async (rows) => {
        const values = await readBranch(
          context,
          branch,
          info.parentType.name,
          keysOf(rows, branch),
        );
        return rows.map((it) => values(it[many.key]));
      },
      { cacheKeyFn: (it) => it[many.key] },
    );
    context.relations.set(loaderKey, loader);
  }
  return loader.load(row);
}

/** Runs the plan's statement, makes rows, and fetches what branches off, level by level. */
async function fetch(context: Context, plan: Plan, statement: Sql): Promise<Row[]> {
  const tuples = await context.reader.rows(statement);
  return grow(context, plan, tuples);
}

async function grow(
  context: Context,
  plan: Plan,
  tuples: readonly (readonly unknown[])[],
): Promise<Row[]> {
  const rowsOf = new Map<Level, Row[]>();
  const rows = tuples.map((tuple) =>
    assemble(plan.root, tuple, context, (level, row) => {
      if (!level.branches.length) return;
      const known = rowsOf.get(level);
      if (known) known.push(row);
      else rowsOf.set(level, [row]);
    }),
  );
  await Promise.all(
    [...rowsOf].flatMap(([level, owners]) =>
      level.branches.map(async (branch) => {
        const keys = keysOf(owners, branch);
        const values = await readBranch(context, branch, level.readable.typeName, keys);
        for (const owner of owners) owner[branch.key] = values(owner[branch.many.key]);
      }),
    ),
  );
  return rows;
}

const keysOf = (rows: readonly Row[], { many }: Branch): unknown[] => [
  ...new Set(rows.map((row) => row[many.key])),
];

type ValueOf = (key: unknown) => unknown;

/** Reads the rows of a relation for all its owners at once. */
function readBranch(
  context: Context,
  branch: Branch,
  ownerName: string,
  keys: unknown[],
): Promise<ValueOf> {
  if (branch.many.as === 'connection') return readConnections(context, branch, ownerName, keys);
  return readLists(context, branch, keys);
}

async function readLists(context: Context, branch: Branch, keys: unknown[]): Promise<ValueOf> {
  const { many, args, selection } = branch;
  const plan = new Plan(context.readModel, context, selection);
  const owner = column(plan.root.alias, many.foreignKey);
  const slot = plan.extra(owner);
  const tuples = await context.reader.rows(
    sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${owner} = any(${keys}::${arrayOf(many.key)})
      and ${many.where(args, plan.root.alias, context)}
      order by ${plan.order(many.orderBy)}`,
  );
  const rows = await grow(context, plan, tuples);
  const lists = Map.groupBy(rows.keys(), (index) => tuples[index]?.[slot]);
  const list = (key: unknown) => (lists.get(key) ?? []).flatMap((index) => rows[index] ?? []);
  return many.as === 'first' ? (key) => list(key)[0] ?? null : list;
}

async function readConnections(
  context: Context,
  branch: Branch,
  ownerName: string,
  keys: unknown[],
): Promise<ValueOf> {
  const { many, args, selection } = branch;
  const page = pageOf(args);
  const list = `${ownerName}.${many.name}`;
  const isCounted = selection.has('totalCount');
  const wanted =
    selection.nodesOf() ?? (selection.has('pageInfo') ? selection.bare('nodes') : null);

  const plan = new Plan(context.readModel, context, wanted ?? selection.bare('nodes'));
  for (const { property } of many.orderBy) plan.require(property);
  const { alias } = plan.root;
  const rank = plan.extra(sql`row_number() over (order by ${plan.order(many.orderBy)})`);
  const [keySlot, totalSlot] = [rank + 1, rank + 2];
  const theirs = every([
    sql`${column(alias, many.foreignKey)} = "owner"."key"`,
    plan.rule,
    many.where(args, alias, context),
  ]);
  const total = isCounted
    ? sql`(select count(*)::integer from ${plan.table} where ${theirs})`
    : raw('null');
  // Owners without rows come along: their count is an answer too.
  const tuples = await context.reader.rows(
    sql`select "page".*, "owner"."key", ${total}
      from unnest(${keys}::${arrayOf(many.key)}) as "owner"("key")
      left join lateral (
        select ${plan.columns} from (
          select * from ${plan.table}
          where ${theirs} and ${after(context, plan, many.orderBy, list, page)}
          order by ${plan.order(many.orderBy)} limit ${wanted ? page.first + 1 : 0}
        ) as ${name(alias)} ${plan.joins}
      ) as "page" on true
      order by ${raw(String(rank + 1))}`,
  );

  const found = tuples.filter((tuple) => tuple[rank] !== null);
  const rows = await grow(context, plan, found);
  const byOwner = Map.groupBy(rows.keys(), (index) => found[index]?.[keySlot]);
  const totals = new Map(tuples.map((tuple) => [tuple[keySlot], tuple[totalSlot]]));
  const keyOf = (row: Row) => [...many.orderBy.map(({ property }) => row[property]), row['id']];
  return (key) => ({
    ...pageFrom(
      (byOwner.get(key) ?? []).flatMap((index) => rows[index] ?? []),
      page,
      (row) => context.cursors.write(list, keyOf(row)),
    ),
    totalCount: totals.get(key) ?? 0,
  });
}

/** A page of a connection, from one row more than it holds. */
export function pageFrom<Node>(
  found: readonly Node[],
  { first, after: cursor }: Page,
  cursorOf: (node: Node) => string,
): object {
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => ({
    node,
    get cursor() {
      return cursorOf(node);
    },
  }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: cursor !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** The rows that come after the cursor, in an order whose directions may differ from column to column. */
function after(
  context: Context,
  plan: Plan,
  orderBy: readonly Order[],
  list: string,
  { after: cursor }: Page,
): Sql {
  if (cursor === null) return raw('true');
  const key = context.cursors.read(list, cursor);
  const columns = [...orderBy, { property: 'id' } as Order];
  const later = columns.map(({ property, descending }, place) =>
    every([
      ...columns
        .slice(0, place)
        .map((same, index) => sql`${plan.column(same.property)} = ${key[index]}`),
      sql`${plan.column(property)} ${raw(descending ? '<' : '>')} ${key[place]}`,
    ]),
  );
  return sql`(${join(later, ' or ')})`;
}

const arrayOf = (key: 'id' | 'number'): Sql => raw(key === 'id' ? 'uuid[]' : 'integer[]');
