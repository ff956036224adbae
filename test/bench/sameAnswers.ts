import { answerTo } from './answerTo.ts';
import type { Asked, Operation } from './operations/Operation.ts';
import { difference, normalised } from './normalised.ts';
import type { Way } from './ways/Way.ts';

/** What the ways answered alike, summed up. */
export interface Alike {
  /** Bytes of a way's answer, on average, by its name. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** A difference stops the bench: a faster wrong answer is no answer. */
export class Different extends Error {}

/** Asks every way all of these questions, and makes sure that they answer the same. Throws `Different`. */
export async function sameAnswers(
  operation: Operation,
  questions: readonly Asked[],
  ways: readonly Way[],
): Promise<Alike> {
  const bytes: Record<string, number> = Object.fromEntries(ways.map(({ name }) => [name, 0]));
  for (const [place, asked] of questions.entries()) {
    const answers = await Promise.all(
      ways.map(async (way) => {
        const body = await answerTo(way.serving, way.ask(operation, asked));
        bytes[way.name] = (bytes[way.name] ?? 0) + Buffer.byteLength(body) / questions.length;
        const shape = operation.shape?.[way.name] ?? ((answer: unknown) => answer);
        return { name: way.name, answer: normalised(shape(way.read(body) as never)) };
      }),
    );
    const [first, ...others] = answers;
    for (const other of first ? others : []) {
      const found = difference(first?.answer, other.answer);
      if (!found) continue;
      throw new Different(
        `${operation.name} is answered differently by ${first?.name} and ${other.name}, asked ${JSON.stringify(asked.samband)} (${place + 1} of ${questions.length}):\n  ${found}`,
      );
    }
  }
  return { bytes };
}
