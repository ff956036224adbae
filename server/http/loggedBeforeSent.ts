import type { ApolloServerPlugin } from '@apollo/server';

import { logDisclosures } from '#server/access/logDisclosures.ts';
import type { Context } from '#server/context.ts';
import { Busy, formatError } from '#server/problems.ts';

/** Ført før det sendes. No answer leaves before the read log has what it tells of people; where that cannot be written, nothing is told. */
export const loggedBeforeSent: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        try {
          await logDisclosures(contextValue);
        } catch {
          response.http.status = 503;
          response.http.headers.set('retry-after', '1');
          response.body = {
            kind: 'single',
            singleResult: { errors: [formatError(new Busy().toJSON(), contextValue.requestId)] },
          };
        }
      },
    };
  },
};
