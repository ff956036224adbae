import { execute, type GraphQLError, type GraphQLFormattedError } from 'graphql';

import { logDisclosures } from '#server/access/logDisclosures.ts';
import { toBytes } from '#server/common/byteText.ts';
import type { Question } from '#server/common/writeAnswer.ts';
import type { Context } from '#server/context.ts';
import { busyResult, textOf } from './answerInWriting.ts';
import type { Answered } from './sendShort.ts';
import { SomebodyElse, writingWaits } from './writingWaits.ts';

/** How errors of fields are worded, and told of in the log. */
export type Worded = (error: GraphQLError, context: Context) => GraphQLFormattedError;

/**
 * Gjort igjen. Does what is asked by a mutation that was parsed, checked and done before. It begins while who asks is looked up, and nothing is
 * written before that is known (`writingWaits`). Null where nothing was done and the long way has to find out.
 *
 * graphql-js does it, and words what goes wrong, as on the long way. From the moment that anything may be written there is an answer, whatever
 * happens: asked again it would be done twice.
 */
export async function doneAgain(
  { schema, document, operation, variables = {} }: Question,
  asked: Context,
  worded: Worded,
): Promise<(Answered & { readonly isWell: boolean }) | null> {
  const context = asked.confirm ? writingWaits(asked, asked.confirm) : asked;
  const { viewer } = context;
  context.way = 'planned';
  const { data, errors } = await execute({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    contextValue: context,
  });
  try {
    await context.certain;
  } catch (error) {
    if (!(error instanceof SomebodyElse)) throw error;
    asked.viewer = error.viewer;
    asked.confirm = null;
    asked.disclosures.forget();
    return null;
  }
  // A variable that does not fit: nobody was asked.
  if (data === undefined) return null;
  if (viewer) context.directoryIndex?.hasWritten(viewer);
  const isLogged = await logDisclosures(context).then(
    () => true,
    () => false,
  );
  if (!isLogged)
    return { status: 503, bytes: toBytes(textOf(busyResult(context.requestId))), isWell: false };
  const told = errors?.map((error) => worded(error, context));
  const isTooBusy =
    data === null && told?.some(({ extensions }) => extensions?.['code'] === 'BUSY');
  const bytes = toBytes(textOf({ ...(told && { errors: told }), data }));
  return { status: isTooBusy ? 503 : 200, bytes, isWell: !told };
}
