import type { CombinedError } from 'urql';

/** A server's no, in the shape the screens draw it. */
export interface Problem {
  readonly code: string;
  readonly reason?: string;
  /** What to quote when reporting a fault: the request's place in the log. */
  readonly reference?: string;
  /** Input name → reason. Empty when no single field is to blame. */
  readonly fields: Readonly<Record<string, string>>;
  /** Input name → what may be meant, or what it clashes with. */
  readonly suggestions?: Readonly<
    Record<string, readonly { readonly value: string; readonly name: string }[]>
  >;
  /** Of a record that somebody else has changed: which version it is now, and what they changed. */
  readonly version?: number;
  readonly changes?: readonly ChangeSince[];
}

/** What somebody has changed since one looked, as the change log has it. */
export interface ChangeSince {
  readonly field: string;
  readonly part: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly by?: string | null;
  readonly at?: string;
}

export function toProblem({ networkError, graphQLErrors }: CombinedError): Problem {
  if (networkError) return { code: 'UNREACHABLE', fields: {} };
  const told = graphQLErrors[0]?.extensions as Partial<Problem> | undefined;
  return { code: 'FAULT', fields: {}, ...told };
}

/** The same of a read, of which it is known that nothing was done. */
export function notFetched(error: CombinedError): Problem {
  const problem = toProblem(error);
  return problem.code === 'UNREACHABLE' ? { ...problem, code: 'NOT_FETCHED' } : problem;
}
