import type { ApolloServerPlugin } from '@apollo/server';

import type { Context } from '#server/context.ts';

/** Who has changed something finds it at once: until the directory in memory has heard of it, their searches are the database's. */
export const writersReadTheDatabase: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ operation, contextValue: { directoryIndex, viewer } }) {
        if (operation?.operation === 'mutation' && viewer) directoryIndex?.hasWritten(viewer);
      },
    };
  },
};
