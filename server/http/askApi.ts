import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';

import type { AskedByLink } from '#server/access/link/linkRoutes.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import { logDisclosures } from '#server/access/logDisclosures.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';

/** What a request knows that comes by a link. */
export const contextByLink =
  (surroundings: Surroundings, moment: () => Moment) =>
  (request: Pick<AskedByLink, 'viewer' | 'locale' | 'requestId'>): Context =>
    createContext(surroundings, {
      ...request,
      ...moment(),
      reader: new Reader(surroundings.database.pool),
      way: 'planned',
    });

/**
 * Spør innenfra. Asks the API a question that we have written ourselves, for somebody who has no way to ask it.
 *
 * It goes through the same rules of rows and fields as any other, and what it tells of people is in the read log before it is shown.
 */
export function askApi(schema: GraphQLSchema, surroundings: Surroundings, moment: () => Moment) {
  const parsed = new Map<string, DocumentNode>();
  const contextOf = contextByLink(surroundings, moment);
  return async ({ viewer, document, variables, locale, requestId }: AskedByLink) => {
    const known = parsed.get(document) ?? parse(document);
    parsed.set(document, known);
    const contextValue = contextOf({ viewer, locale, requestId });
    const { data, errors } = await execute({
      schema,
      document: known,
      variableValues: variables,
      contextValue,
    });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    await logDisclosures(contextValue);
    return data;
  };
}
