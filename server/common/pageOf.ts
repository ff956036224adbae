import { InvalidInput } from '#server/problems.ts';

/** Side. What part of a list is asked for. */
export interface Page {
  readonly size: number;
  /** Whether it is counted from the end. */
  readonly isBackward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** What a list in pages is given; see `PageArguments`. */
export interface PageAsked {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const most = 100;
const usual = 20;

/** Reads the page arguments of a connection. Throws INVALID_INPUT where they ask for too much, or for two things. */
export function pageOf({ first, last, after, before }: PageAsked): Page {
  const [isFirst, isLast] = [isGiven(first), isGiven(last)];
  if (isFirst && isLast) throw new InvalidInput({ last: 'NOT_TOGETHER_WITH_FIRST' });
  const size = last ?? first ?? usual;
  // Who only says before what, means the page that comes right before it.
  const isBefore = isGiven(before) && !isGiven(after) && !isFirst;
  if (size < 1 || size > most) {
    throw new InvalidInput({ [isLast ? 'last' : 'first']: `MUST_BE_1_TO_${most}` });
  }
  return { size, isBackward: isLast || isBefore, after: after ?? null, before: before ?? null };
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;
