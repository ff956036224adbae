import type { OpenThings } from '#server/launch/OpenThings.ts';
import { connectionCounts, type Turns } from '#test/bench/byTurns.ts';
import { formerProject } from '#test/bench/formerProject.ts';
import { isCorrectable, M1 } from '#test/bench/operations/M1/M1.ts';
import { operations } from '#test/bench/operations/operations.ts';
import { registerOf, type Register } from '#test/bench/Register.ts';
import { say } from '#test/bench/surroundings.ts';
import { askedAlike, type Beside, twoByTurns } from '#test/bench/twoByTurns.ts';
import { openSambandWay } from '#test/bench/ways/samband.ts';
import { withCorrections } from './corrections.ts';

/** How one operation is answered beside a former commit. */
export interface OperationBeside {
  readonly name: string;
  /** By connections. */
  readonly at: Readonly<Record<number, Beside>>;
  /** Whether both answered all questions byte for byte alike. */
  readonly isAlike: boolean;
}

export interface AgainstMeasured {
  readonly commit: string;
  /** Whether both read the same register, or each one of its own. */
  readonly isSameRegister: boolean;
  readonly operations: readonly OperationBeside[];
}

export interface AgainstWanted extends Turns {
  readonly against: string;
  readonly operations: readonly string[];
}

/** Mot en tidligere utgave. Asks the server as it is and that of a former commit the same, by turns. */
export async function measureAgainst(
  register: Register,
  { against, operations: names, ...turns }: AgainstWanted,
  things: OpenThings,
): Promise<AgainstMeasured> {
  const project = await formerProject(against, things);
  const { commit, hasOurTables } = project;
  const theirs = hasOurTables ? register : await registerOf(project, register, things);
  const ways = [
    await openSambandWay(register, things),
    await openSambandWay(theirs, things, { project }),
  ] as const;
  const measured: OperationBeside[] = [];
  const keep = (one: OperationBeside) => {
    measured.push(one);
    say(lineOf(one, commit));
  };
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const { askers, isAlike } = await askedAlike(operation, register, ways);
    keep({ name: operation.name, at: await twoByTurns(askers, turns), isAlike });
  }
  if (names.includes(M1.name) && (await isCorrectable(register))) {
    const at = await withCorrections(ways, ([one, other]) => twoByTurns([one!, other!], turns));
    keep({ name: M1.name, at, isAlike: true });
  }
  return { commit, isSameRegister: hasOurTables, operations: measured };
}

function lineOf({ name, at, isAlike }: OperationBeside, commit: string): string {
  const parts = connectionCounts.map((connections) => {
    const { rates, ratio } = at[connections]!;
    return `${rates.map((it) => it.toFixed(0)).join(' and ')}/s at ${connections}, ${ratio.toFixed(2)} ×`;
  });
  return `${name} and as of ${commit}: ${parts.join('; ')}${isAlike ? '' : '; answers differ'}`;
}
