import type { ApolloServerPlugin, GraphQLResponse, HTTPGraphQLHead } from '@apollo/server';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';

import type { Question } from '#server/common/writeAnswer.ts';
import type { Context } from '#server/context.ts';
import { Busy } from '#server/problems.ts';
import { answerInWriting, busyResult } from './answerInWriting.ts';

/** A question that Apollo Server has parsed and checked, and that was answered by writing; or a mutation that was done. */
export type Learn = (asked: Asked, question: Omit<Question, 'variables'>) => void;

interface Asked {
  readonly query?: string | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * Skrevet der det går. Answers most questions by writing; whatever is not to be had so, graphql-js answers after all. `learn` hears of
 * each that was written, and of what was done.
 *
 * A database without time is told of here: graphql-js would make the asker wait once more.
 */
export const writtenWherePossible = (
  learn: Learn = () => undefined,
): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, operation, request, contextValue, response }) {
        if (contextValue.way !== 'written') return null;
        const question = { schema, document, operation };
        try {
          const answer = await answerInWriting(
            { ...question, variables: request.variables },
            contextValue,
          );
          if (!answer) return null;
          learn(request, question);
          return single(response, { data: answer as never });
        } catch (error) {
          if (error instanceof Busy) return single(response, busyResult('none'));
          throw error;
        }
      },
      async willSendResponse({ schema, document, operation, request, errors }) {
        if (!document || operation?.operation !== OperationTypeNode.MUTATION || errors) return;
        learn(request, { schema, document, operation });
      },
    };
  },
});

const single = (
  { http }: { http: HTTPGraphQLHead },
  singleResult: FormattedExecutionResult,
): GraphQLResponse => ({ http, body: { kind: 'single', singleResult } });
