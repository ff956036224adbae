import type { FormattedExecutionResult } from 'graphql';

import { isSameViewer } from '#server/access/Recognition.ts';
import { fromBytes } from '#server/common/byteText.ts';
import { isBusy } from '#server/common/isBusy.ts';
import { type Question, writeAnswer, WrittenAnswer } from '#server/common/writeAnswer.ts';
import type { Context } from '#server/context.ts';
import { Busy, formatError } from '#server/problems.ts';

/** Svarer skriftlig. Writes the answer while who is asking is looked up; null where nothing was written, or for somebody else. Throws BUSY. */
export async function answerInWriting(
  question: Question,
  context: Context,
): Promise<WrittenAnswer | null> {
  const confirmed = context.confirm?.();
  try {
    // Both are on their way at once.
    const [viewer, answer] = await Promise.all([
      confirmed ?? context.viewer,
      writeAnswer(question, context),
    ]);
    if (answer && isSameViewer(viewer, context.viewer)) return answer;
  } catch (error) {
    if (error instanceof Busy || isBusy(error)) throw new Busy();
  }
  // Asked again, for the one who it is.
  if (confirmed) context.viewer = await confirmed;
  context.disclosures.forget();
  context.way = 'planned';
  return null;
}

/** The body of an answer: what was written, as it is. */
export const textOf = (result: FormattedExecutionResult): string => {
  const data: unknown = result.data;
  return data instanceof WrittenAnswer
    ? `{"data":${fromBytes(data.bytes)}}\n`
    : `${JSON.stringify(result)}\n`;
};

/** What is answered where the database has no time. */
export const busyResult = (reference: string): FormattedExecutionResult => ({
  errors: [formatError(new Busy().toJSON(), reference)],
});
