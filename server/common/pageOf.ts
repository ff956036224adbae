import { InvalidInput } from '#server/problems.ts';

/** Side. What part of a list is asked for. */
export interface Page {
  readonly first: number;
  readonly after: string | null;
}

const most = 100;

/** Reads the page arguments of a connection. Throws INVALID_INPUT when `first` is not between 1 and 100. */
export function pageOf(args: { first?: number | null; after?: string | null }): Page {
  const first = args.first ?? 20;
  if (first < 1 || first > most) throw new InvalidInput({ first: `MUST_BE_1_TO_${most}` });
  return { first, after: args.after ?? null };
}
