import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '#server/context.ts';
import { fetchBranch, type Fetched, fetchOne, grow, growByIds } from './fetchRows.ts';
import { isUuid } from './isUuid.ts';
import { branchOf, Plan, type Reach } from './Plan.ts';
import { PlannedRow } from './PlannedRow.ts';
import type { Order, Reading } from './ReadModel.ts';
import type { Row } from './Row.ts';
import { manyOf, pointerTo, rowOf } from './rowOf.ts';
import { type Arguments, argumentsOf, keyOf, Selection } from './Selection.ts';
import { type Asked, given, type Sql, sql } from './sql.ts';
import { statementOf } from './Statement.ts';

/** Which rows are read, in terms of the plan. Written once: what differs from time to time is a `given` value in it. */
export type Where = (plan: Plan) => Sql;

/** Reads the row with an identifier, as the query selects it; null where there is none that the viewer may see. */
export async function readOne(
  context: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<Row | null> {
  if (!isUuid(id)) return null;
  const plan = planOf(context, Selection.of(info));
  const where = sql`${plan.column('id')} = ${given('id')}`;
  // As the database writes it: what hangs on it is found by it.
  const own = id.toLowerCase();
  const fetched = await fetchOne(context, info.variableValues, plan, where, own);
  return shaped(context, fetched)[0] ?? null;
}

/** Reads all rows that fit, in order. For lists that are short by nature. */
export async function readAll(
  context: Context,
  info: GraphQLResolveInfo,
  where: Where,
  orderBy: readonly Order[],
  args: Asked['args'] = {},
): Promise<Row[]> {
  const plan = planOf(context, Selection.of(info));
  const statement = statementOf(
    plan,
    where,
    () => sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${where(plan)} order by ${plan.order(orderBy)}`,
  );
  const tuples = await context.reader.byteRows(statement, { context, args });
  return shaped(context, await grow(context, info.variableValues, plan, tuples));
}

const areAmong: Where = (plan) => sql`${plan.column('id')} = any(${given('ids')}::uuid[])`;

/** Reads the rows with these identifiers, each in its place; null for those that are not there or that the viewer may not see. */
export async function readByIds(
  context: Context,
  selection: Selection,
  variables: Arguments,
  ids: readonly string[],
): Promise<(Row | null)[]> {
  if (!ids.length) return [];
  const plan = planOf(context, selection);
  const slot = plan.require('id');
  const statement = statementOf(
    plan,
    areAmong,
    () => sql`select ${plan.columns} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${areAmong(plan)}`,
  );
  const asked = context.reader.byteRows(statement, { context, args: { ids } });
  const fetched = await growByIds(context, variables, plan, ids, asked);
  const rows = shaped(context, fetched);
  const byId = new Map(fetched.tuples.map((tuple, place) => [tuple[slot], rows[place]]));
  return ids.map((id) => byId.get(id) ?? null);
}

/**
 * The value of a relation: from the plan where it was planned, else read now, together with the same relation of the other rows of
 * this tick. Both ways obey the same rules.
 */
export function related(row: Row, context: Context, info: GraphQLResolveInfo): unknown {
  const { fieldName, fieldNodes, parentType, variableValues } = info;
  const reading = context.readModel.reading(parentType.name, fieldName);
  const [field, node] = [parentType.getFields()[fieldName], fieldNodes[0]];
  if (!field || !node || !reading)
    throw new Error(`${parentType.name}.${fieldName} is no relation`);
  const key = keyOf(field, node);
  if (key in row) return row[key];

  if (context.way !== 'unplanned') context.unforeseen(`${parentType.name}.${fieldName}`);
  const id = reading.kind === 'one' ? row[pointerTo(fieldName)] : row[ownKey(reading)];
  if (id === null) return null;
  return loaderOf(context, Selection.of(info), (selection) => {
    if (reading.kind === 'one') {
      return (ids) => readByIds(context, selection, variableValues, ids);
    }
    const { many } = reading as Reading & { kind: 'many' };
    const planned = branchOf(context.readModel, many, selection, reachOf(context));
    const branch = { ...planned, args: argumentsOf(field, node) };
    return async (keys) => {
      const grown = await fetchBranch(context, variableValues, branch, parentType.name, keys);
      return keys.map((key) => manyOf(branch, grown, key, context));
    };
  }).load(String(id));
}

function ownKey(reading: Reading): string {
  if (reading.kind !== 'many') throw new Error(`A ${reading.kind} is no relation`);
  return reading.many.key;
}

type Load = (keys: readonly string[]) => Promise<unknown[]>;

/** One for each place of the document at which rows of a relation are missing. */
function loaderOf(
  { relations }: Context,
  selection: Selection,
  loadingOf: (selection: Selection) => Load,
): DataLoader<string, unknown> {
  const known = relations.get(selection);
  if (known) return known;
  const loader = new DataLoader<string, unknown>(loadingOf(selection));
  relations.set(selection, loader);
  return loader;
}

const reachOf = ({ way }: Context): Reach => (way === 'unplanned' ? 'alone' : 'whole');

const plans = new WeakMap<Selection, Map<string, Plan>>();

/** The plan of a selection, made at the first time. */
function planOf(context: Context, selection: Selection): Plan {
  const reach = reachOf(context);
  const known = plans.get(selection) ?? new Map<string, Plan>();
  plans.set(selection, known);
  const found = known.get(reach);
  // Another register in the same process, as in tests, has a model of its own.
  if (found && found.model === context.readModel) return found;
  const plan = new Plan(context.readModel, selection, reach);
  known.set(reach, plan);
  return plan;
}

/** Rows in the shape that is wanted: as they came, to be written; or as objects. */
function shaped(context: Context, fetched: Fetched): Row[] {
  const { tuples } = fetched;
  if (context.way === 'written') return tuples.map((tuple) => new PlannedRow(tuple, fetched));
  return tuples.map((tuple) => rowOf(tuple, fetched, context));
}
