import type { BranchOfMany, BranchQuery } from './branchQuery.ts';
import { type Bunch, nothing, PackedBunch } from './Bunch.ts';
import type { Keys } from './Keys.ts';
import { pack, packedRows } from './packed.ts';
import type { RawTuple } from './Reader.ts';
import type { Arguments } from './Selection.ts';
import { column, type Sql, sql } from './sql.ts';

/** Asks for all rows that belong to its owners: one by one, or those of an owner as one text where they are of few words. */
export function listQuery(
  { many, plan }: Pick<BranchOfMany, 'many' | 'plan'>,
  args: Arguments,
  owners: Keys,
): BranchQuery {
  const { alias } = plan.root;
  const owner = column(alias, many.foreignKey);
  const rowsOf = (belongs: Sql) =>
    sql`from ${plan.table} ${plan.joins} where ${plan.rule} and ${belongs} and ${many.where(alias, plan.joinedAs)}`;
  const ordered = plan.order(many.orderBy);
  const writeOne = (key: Sql) =>
    sql`select ${plan.columns} ${rowsOf(sql`${owner} = ${key}`)} order by ${ordered}`;
  if (many.as === 'list' && plan.isOfFewWords) {
    return {
      variant: 'packed',
      columns: 2,
      width: plan.width,
      write: (keys) => sql`select ${packedRows(plan.columnList, ordered)}, ${owner}
        ${rowsOf(sql`${owner} = any(${keys})`)} group by ${owner}`,
      writeOne,
      complete: (tuples, key) => (tuples.length ? [[pack(tuples), key]] : []),
      args,
      collect: (tuples) => ({ tuples: [], of: packedOf(tuples, owners) }),
    };
  }
  return {
    variant: 'list',
    columns: plan.width + 1,
    width: plan.width,
    // Whose is first: rows lie by their owner in the index that finds them, and few are left to be put in order.
    write: (keys) => sql`select ${plan.columns}, ${owner}
      ${rowsOf(sql`${owner} = any(${keys})`)} order by ${owner}, ${ordered}`,
    writeOne,
    complete: (tuples, key) => tuples.map((tuple) => [...tuple, key]),
    args,
    collect: (tuples) => ({ tuples, of: listOf(tuples, plan.width, owners) }),
  };
}

/** Rows by the place of their owner. Those of one come one after the other. */
export function byOwner(
  tuples: readonly RawTuple[],
  ownerSlot: number,
  owners: Keys,
): RawTuple[][] {
  const lists: RawTuple[][] = [];
  let owner: string | null | undefined;
  let theirs: RawTuple[] = [];
  for (const tuple of tuples) {
    if (tuple[ownerSlot] !== owner) {
      owner = tuple[ownerSlot];
      theirs = lists[owners.placeOf(owner as string)] ??= [];
    }
    theirs.push(tuple);
  }
  return lists;
}

function listOf(tuples: readonly RawTuple[], ownerSlot: number, owners: Keys) {
  const lists = byOwner(tuples, ownerSlot, owners);
  return (key: string) => {
    const list = lists[owners.placeOf(key)];
    return list ? { ...nothing, tuples: list } : nothing;
  };
}

function packedOf(tuples: readonly RawTuple[], owners: Keys) {
  const bunches: Bunch[] = owners.list.map(() => nothing);
  for (const [text, owner] of tuples)
    bunches[owners.placeOf(owner as string)] = new PackedBunch(text as string);
  return (key: string) => bunches[owners.placeOf(key)] ?? nothing;
}
