import type { ApolloServerPlugin, GraphQLResponse, HTTPGraphQLHead } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';

import { isSameViewer } from '#server/access/Recognition.ts';
import { isBusy } from '#server/common/Reader.ts';
import { writeAnswer, WrittenAnswer } from '#server/common/writeAnswer.ts';
import type { Context } from '#server/context.ts';
import { Busy, formatError } from '#server/problems.ts';

/**
 * Skrevet der det går. Answers most questions by writing; whatever is not to be had so, graphql-js answers after all.
 *
 * A database without time is told of here: graphql-js would make the asker wait once more.
 */
export const writtenWherePossible: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, operation, request, contextValue, response }) {
        if (contextValue.way !== 'written') return null;
        const { variables } = request;
        const confirmed = contextValue.confirm?.();
        try {
          // Both are on their way at once.
          const [viewer, answer] = await Promise.all([
            confirmed ?? contextValue.viewer,
            writeAnswer({ schema, document, operation, variables }, contextValue),
          ]);
          if (answer && isSameViewer(viewer, contextValue.viewer)) {
            return single(response, { data: answer as never });
          }
        } catch (error) {
          if (error instanceof Busy || isBusy(error)) {
            return single(response, { errors: [formatError(new Busy().toJSON(), 'none')] });
          }
        }
        // Nothing was written, or for somebody who it turned out not to be: asked again, for the one who it is.
        if (confirmed) contextValue.viewer = await confirmed;
        contextValue.disclosures.forget();
        contextValue.way = 'planned';
        return null;
      },
    };
  },
};

const single = (
  { http }: { http: HTTPGraphQLHead },
  singleResult: FormattedExecutionResult,
): GraphQLResponse => ({ http, body: { kind: 'single', singleResult } });

/** The body of an answer: what was written, as it is. */
export const textOf = (result: FormattedExecutionResult): string => {
  const data: unknown = result.data;
  return data instanceof WrittenAnswer ? `{"data":${data.json}}\n` : `${JSON.stringify(result)}\n`;
};
