import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RequestHandler } from 'express';

import { refuse } from './failures.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Whether what is asked is one of the client's own questions, taken from our copy. */
    isTrusted?: boolean;
  }
}

/** Betrodde spørringer. The texts of all that the client asks, by their SHA-256. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The file that is written with the client, and that no browser is given. */
export const trustedDocumentsFile = 'trusted-documents.json';

/** Reads what was collected when the client was built. */
export function trustedDocumentsIn(clientFolder: string): TrustedDocuments {
  const file = join(clientFolder, trustedDocumentsFile);
  const texts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  return new Map(Object.entries(texts));
}

/**
 * Puts the text where a number was sent. A text that comes with a number is not looked at: what stands in our copy is asked.
 *
 * A number that we do not know is one of a client that is older or newer than we are.
 */
export const knownByNumber =
  (documents: TrustedDocuments): RequestHandler =>
  (request, response, next) => {
    const id = numberIn(request.body);
    if (id === undefined) return next();
    const query = documents.get(id);
    if (query === undefined) {
      return refuse(response, 400, 'PERSISTED_QUERY_NOT_FOUND', 'This question is not known here');
    }
    request.body = { ...(request.body as object), query, extensions: null };
    request.isTrusted = true;
    next();
  };

/** As Apollo's clients and urql send it; whatever else stands in its place is a number of nothing. */
export function numberIn(body: unknown): string | undefined {
  const { extensions } = (body ?? {}) as { extensions?: { persistedQuery?: unknown } | null };
  const persisted = extensions?.persistedQuery;
  if (persisted === undefined) return undefined;
  const { sha256Hash } = (persisted ?? {}) as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : '';
}
