import type { ApolloServerPlugin } from '@apollo/server';

import { ensurePermission } from '#server/access/ensure.ts';
import { contactPermission } from '#server/access/permissions.ts';
import { purposeOf } from '#server/access/purposeDirective.ts';
import type { Context } from '#server/context.ts';

/** Notes for what an operation reads, and stops it where that is not for the one who asks. */
export const purposeStated: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, request, contextValue }) {
        const purpose = operation && purposeOf(schema, operation, request.variables ?? {});
        if (purpose) {
          const permission = contactPermission(purpose);
          // Nobody is refused for whom they merely seem to be.
          if (!contextValue.viewer?.permissions.has(permission) && contextValue.confirm) {
            contextValue.viewer = await contextValue.confirm();
          }
          ensurePermission(permission, contextValue.viewer);
        }
        contextValue.purpose = purpose ?? null;
      },
    };
  },
};
