import type { Ground } from '#test/bench/Register.ts';

/** The parameters of one question, as each way takes them. */
export interface Asked {
  readonly samband: Readonly<Record<string, unknown>>;
  /** $1, $2 … of the statement written by hand. */
  readonly raw: readonly unknown[];
  readonly postgraphile: Readonly<Record<string, unknown>>;
}

/** A question that all ways of reading are asked. Its texts lie in the folder of its name. */
export interface Operation {
  readonly name: string;
  readonly reads: string;
  /** What the ways do differently, said beside the table. */
  readonly remark: string | null;
  /** So many sets of parameters, the same each time for the same register. */
  draw(ground: Ground, count: number): Promise<Asked[]>;
  /** Puts what a way answered into the shape in which they are compared, where names alone do not. */
  readonly shape?: Partial<Record<'samband' | 'raw' | 'postgraphile', (answer: never) => unknown>>;
}
