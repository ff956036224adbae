import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { type BranchOfMany, type BranchQuery, keyType, queryOf } from './branchQuery.ts';
import { type Bunch, nothing } from './Bunch.ts';
import { Keys } from './Keys.ts';
import type { Branch, Plan } from './Plan.ts';
import type { RawTuple } from './Reader.ts';
import type { Arguments } from './Selection.ts';
import { beneath, column, given, join, name, type Sql, sql } from './sql.ts';
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

function keysIn(tuples: readonly RawTuple[], { slot }: Branch): string[] {
  const keys: string[] = [];
  for (const tuple of tuples) {
    const key = tuple[slot];
    if (key !== null && key !== undefined) keys.push(key);
  }
  return keys;
}

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
      async (branch, place) =>
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
      return [
        { branch, place, query: queryOf(context, branch, args, branch.owner, new Keys([id])) },
      ];
    } catch (error) {
      grown.set(branch, refused(error, branch));
      return [];
    }
  });
  const variant = `one ${packed.map(({ place, query }) => `${place} ${query.variant}`).join()}`;
  const statement = statementOf(plan, variant, () => {
    const lists = packed.map(({ query }, place) =>
      packedIn(query, column(alias, 'id'), `$branch${place}`),
    );
    return sql`select ${join([plan.columns, ...lists], ', ')} from ${plan.table} ${plan.joins}
      where ${plan.rule} and ${where} limit 1`;
  });
  const args = Object.fromEntries(
    packed.map(({ query }, place) => [`$branch${place}`, query.args]),
  );
  const tuples = await context.reader.byteRows(statement, { context, args: { ...args, id } });
  const [tuple] = tuples;
  // Of a row that is not there nothing is asked, and nothing is wrong with how.
  if (!tuple) return { plan, tuples, branches: [] };
  packed.forEach(({ branch, query }, place) => {
    const text = tuple[plan.width + place] ?? '[]';
    const rows = JSON.parse(text) as RawTuple[];
    const collected = query.collect(
      query.writeOne ? query.complete(rows, tuple[own] as string) : rows,
    );
    grown.set(branch, grownOf(context, variables, branch.plan, collected));
  });
  const branches = await Promise.all(
    plan.branches.map(
      async (branch) =>
        grown.get(branch) ?? growBranch(context, variables, branch, keysIn(tuples, branch)),
    ),
  );
  return { plan, tuples, branches };
}

/** The rows of a query as one value: a JSON list of tuples of texts. Its arguments stand under a name of their own. */
function packedIn(query: BranchQuery, key: Sql, args: string): Sql {
  const { columns, width, write, writeOne } = query;
  const rows = writeOne ? writeOne(key) : write(sql`array[${key}]`);
  const names = Array.from({ length: writeOne ? width : columns }, (_, place) => `c${place}`);
  const texts = names.map((it) => sql`${column('b', it)}::text`);
  return sql`(select json_agg(array[${join(texts, ', ')}]) from (${beneath(args, rows)})
    as "b"(${join(names.map(name), ', ')}))`;
}

/** Fetches the rows of a relation for all its owners at once, however often one is among them. `ownerName`: the name of their type. */
export async function fetchBranch(
  context: Context,
  variables: Arguments,
  branch: BranchOfMany & Pick<Branch, 'args'>,
  ownerName: string,
  keys: readonly string[],
): Promise<Grown> {
  const { plan, many } = branch;
  if (!keys.length) return { rows: await grow(context, variables, plan, []), of: () => nothing };
  const owners = new Keys(keys);
  const query = queryOf(context, branch, branch.args(variables), ownerName, owners);
  const statement = statementOf(plan, query.variant, () =>
    query.write(sql`${given('$keys')}::${keyType(many)}[]`),
  );
  // A list of identifiers, as PostgreSQL writes it: none of them needs quotes.
  const args = { ...query.args, $keys: `{${owners.list.join()}}` };
  const tuples = await context.reader.byteRows(statement, { context, args });
  return grownOf(context, variables, plan, query.collect(tuples));
}

/** What was collected, with what branches off from it in turn. */
async function grownOf(
  context: Context,
  variables: Arguments,
  plan: Plan,
  { tuples, of }: ReturnType<BranchQuery['collect']>,
): Promise<Grown> {
  return { rows: await grow(context, variables, plan, tuples), of };
}
