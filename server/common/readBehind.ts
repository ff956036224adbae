import type { Context } from '#server/context.ts';
import type { Behind } from './inTransaction.ts';

/** Leser etterpå. Writes, and gives what is read when that is done: asked for in the packet of the commit, answered after it, by the same rules as any read. */
export async function readBehind<Answer>(
  { reader }: Pick<Context, 'reader'>,
  read: () => Promise<Answer>,
  write: (behind: Behind) => Promise<unknown>,
): Promise<Answer> {
  const asked: Promise<Answer>[] = [];
  await write((client) =>
    reader.behind(client, () => {
      const answer = read();
      // Where nothing was written nobody waits for it.
      answer.catch(() => undefined);
      asked.push(answer);
    }),
  );
  // What was done again was asked for again.
  return asked.at(-1) ?? read();
}
