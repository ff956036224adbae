import type { ApolloServerPlugin } from '@apollo/server';

import type { Purpose } from '#schema/access/Purpose.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { contactPermission } from '#server/access/permissions.ts';
import { purposeOf } from '#server/access/purposeDirective.ts';
import type { Context } from '#server/context.ts';

/** Notes for what an operation reads, and stops it where that is not for the one who asks. */
export const purposeStated: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, request, contextValue }) {
        if (!operation) return;
        const purpose = purposeOf(schema, operation, request.variables ?? {});
        await statePurpose(purpose, contextValue);
      },
    };
  },
};

/** Throws FORBIDDEN for a purpose that is not the viewer's. */
export async function statePurpose(purpose: Purpose | null, context: Context): Promise<void> {
  if (context.isPurposeStated) return;
  if (purpose) {
    const permission = contactPermission(purpose);
    // Nobody is refused for whom they merely seem to be.
    if (!context.viewer?.permissions.has(permission) && context.confirm) {
      context.viewer = await context.confirm();
    }
    ensurePermission(permission, context.viewer);
  }
  context.purpose = purpose;
  context.isPurposeStated = true;
}
