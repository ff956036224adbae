import { Pool } from 'undici';

/** A question as it goes over the line. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of driving. */
export interface Driven {
  /** Answers per second. */
  readonly rate: number;
  /** Of each answer, in milliseconds. */
  readonly times: readonly number[];
  /** What part of a core we ourselves took, who share the machine with those we measure. */
  readonly ownShare: number;
}

/** How hard, and how long. */
export interface Load {
  readonly connections: number;
  readonly seconds: number;
}

/** Asks the questions in turn over so many connections, each asking again as soon as it is answered. */
export async function drive(
  origin: string,
  questions: readonly Sent[],
  { connections, seconds }: Load,
): Promise<Driven> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const askUntilTime = async (first: number): Promise<number> => {
    let answered = 0;
    for (let at = first; performance.now() - startedAt < seconds * 1000; at++) {
      const question = questions[at % questions.length];
      if (!question) throw new Error('Nothing to ask');
      const askedAt = performance.now();
      await ask(pool, question);
      times.push(performance.now() - askedAt);
      answered += 1;
    }
    return answered / (performance.now() - startedAt);
  };
  try {
    const rates = await Promise.all(
      Array.from({ length: connections }, (_, place) =>
        // Not all the same question at once.
        askUntilTime(Math.floor((place * questions.length) / connections)),
      ),
    );
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      rate: rates.reduce((sum, rate) => sum + rate, 0) * 1000,
      times,
      ownShare: (user + system) / 1000 / (performance.now() - startedAt),
    };
  } finally {
    await pool.destroy();
  }
}

/** The answer's bytes are taken in and let go of: reading them is nobody's merit. */
function ask(pool: Pool, { path, headers, body }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: () => undefined,
        onResponseEnd: () =>
          status === 200 ? resolve() : reject(new Error(`${path} answered ${status}`)),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
