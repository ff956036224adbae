import { Pool } from 'undici';

/** A question as it goes over the line. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** POST, unless it says otherwise. */
  readonly method?: 'GET' | 'POST';
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

/** What a connection asks in its turn. */
export type Asking = (connection: number, turn: number) => Sent;

/** The questions one after the other, and not all connections the same at once. */
export const inTurn =
  (questions: readonly Sent[], { connections }: Load): Asking =>
  (connection, turn) => {
    const first = Math.floor((connection * questions.length) / connections);
    const question = questions[(first + turn) % questions.length];
    if (!question) throw new Error('Nothing to ask');
    return question;
  };

/** Asks over so many connections, each asking again as soon as it is answered. */
export async function drive(
  origin: string,
  asking: Asking,
  { connections, seconds }: Load,
): Promise<Driven> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const askUntilTime = async (connection: number): Promise<number> => {
    let turn = 0;
    for (; performance.now() - startedAt < seconds * 1000; turn++) {
      const question = asking(connection, turn);
      const askedAt = performance.now();
      await ask(pool, question);
      times.push(performance.now() - askedAt);
    }
    return turn / (performance.now() - startedAt);
  };
  try {
    const rates = await Promise.all(
      Array.from({ length: connections }, (_, connection) => askUntilTime(connection)),
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

/** How the answer of a GraphQL server begins that could not answer. To refuse is fast, and no answer. */
const refusal = /^\{"(errors"|data":null)/;

/** The answer's bytes are taken in and let go of, all but the first: reading them is nobody's merit. */
function ask(pool: Pool, { path, headers, body, method = 'POST' }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let refused: string | null = null;
    pool.dispatch(
      { method, path, headers, body: method === 'GET' ? null : body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_controller, chunk) => {
          if (refusal.test(chunk.toString('latin1', 0, 12))) refused = chunk.toString();
        },
        onResponseEnd: () => {
          if (status === 200 && refused === null) return resolve();
          reject(
            new Error(`${path} answered ${status} ${refused ?? ''} to ${body.slice(0, 1_000)}`),
          );
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
