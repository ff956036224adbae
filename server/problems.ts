import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type Code =
  | 'UNAUTHENTICATED'
  | 'STEP_UP_REQUIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'INVALID_INPUT'
  | 'RATE_LIMITED'
  | 'BUSY';

/** A foreseen refusal. Its code and reason are for the client to act on and to put into words. */
export abstract class Problem extends GraphQLError {
  constructor(code: Code, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...details } });
  }
}

/** Ikke pålogget. */
export class Unauthenticated extends Problem {
  constructor() {
    super('UNAUTHENTICATED', 'Sign in first');
  }
}

/** Må bekreftes. Theirs to do, once they have signed in anew at the provider. */
export class StepUpRequired extends Problem {
  constructor() {
    super('STEP_UP_REQUIRED', 'Sign in anew first');
  }
}

/** Ikke tillatt. The rule that said no goes to the log, never to the asker. */
export class Forbidden extends Problem {
  constructor(readonly rule: string) {
    super('FORBIDDEN', 'Not allowed');
  }
}

/** Finnes ikke. Said of what is not there and of what the asker may not know of. */
export class NotFound extends Problem {
  constructor(what: string) {
    super('NOT_FOUND', `No such ${what}`);
  }
}

/** Allowed and well formed, but it clashes with what is already there. `details` tell with what. */
export class Conflict extends Problem {
  constructor(
    reason: string,
    details: { version?: number; count?: number; changes?: readonly object[] } = {},
  ) {
    super('CONFLICT', `Conflict: ${reason}`, { reason, ...details });
  }
}

/** What may be meant instead of what was given, or what it clashes with: by its identifier or code, and its name. */
export interface Suggestion {
  readonly value: string;
  readonly name: string;
}

/** `fields` maps an argument's path to the reason it will not do; `suggestions` some of them to what may be meant. */
export class InvalidInput extends Problem {
  constructor(
    fields: Record<string, string>,
    suggestions: Readonly<Record<string, readonly Suggestion[]>> = {},
  ) {
    const reasons = Object.entries(fields).map(([field, reason]) => `${field}: ${reason}`);
    const more = Object.keys(suggestions).length ? { suggestions } : {};
    super('INVALID_INPUT', reasons.join('; '), { fields, ...more });
  }
}

/** Opptatt. The database did not answer in time; the same request may go well in a moment. */
export class Busy extends Problem {
  constructor() {
    super('BUSY', 'Busy, try again in a moment');
  }
}

/** The codes that leave the house, of our own and of Apollo Server. Everything else is a fault. */
const told = new Set([
  'UNAUTHENTICATED',
  'STEP_UP_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_INPUT',
  'RATE_LIMITED',
  'BUSY',
  'DOCUMENT_NOT_TRUSTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** What a problem may tell beside its code. */
const details = ['fields', 'suggestions', 'reason', 'version', 'count', 'changes'];

/**
 * What an error looks like from outside.
 *
 * Problems pass, with their code and details. A fault keeps its secrets: its reference leads to the log.
 */
export function formatError(
  { message, locations, path, extensions = {} }: GraphQLFormattedError,
  reference: string,
): GraphQLFormattedError {
  const { code } = extensions;
  if (typeof code !== 'string' || !told.has(code)) {
    return { message: 'Something went wrong', extensions: { code: 'FAULT', reference } };
  }
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code,
      ...Object.fromEntries(
        details.flatMap((it) => (it in extensions ? [[it, extensions[it]]] : [])),
      ),
    },
  };
}
