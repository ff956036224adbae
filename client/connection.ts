import { useSyncExternalStore } from 'react';
import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
} from 'urql';

import type { LanguageCode } from './language/languages.ts';

/** Linjen. Whether the server answers and whether it knows us; the shell draws both. */
export type ConnectionState = 'open' | 'unreachable' | 'signed-out';

const firstPause = 500;
const longestPause = 8_000;

let state: ConnectionState = 'open';
let isOutdated = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = () => useSyncExternalStore(subscribe, () => state);

/** Utdatert. Whether the server has changed since this page was fetched, and no longer knows what it asks for. */
export const useIsOutdated = () => useSyncExternalStore(subscribe, () => isOutdated);

function become(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function becomeOutdated(): void {
  isOutdated = true;
  for (const listener of listeners) listener();
}

/**
 * The application's client. A read that cannot get through waits and tries again until it does or nobody wants
 * it any more, so a cut line never empties a screen. Anything else fails at once: whoever sent it decides.
 */
export function createClient(language: LanguageCode): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: {
      credentials: 'same-origin',
      headers: { 'accept-language': language },
    },
    fetch: (url, init) => fetch(url, init),
    exchanges: [
      cacheExchange,
      mapExchange({
        onOperation: asSent,
        onError({ response, graphQLErrors }) {
          const isStranger =
            (response as Response | undefined)?.status === 401 ||
            graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
          if (isStranger) become('signed-out');
          if (
            graphQLErrors.some(
              ({ extensions }) => extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND',
            )
          )
            becomeOutdated();
        },
      }),
      fetchExchange,
    ],
  });
}

/**
 * A built client knows its questions by number alone: the server has their texts, and answers no others. While one develops there are no
 * numbers, and the text is sent.
 */
function asSent(operation: Operation): Operation {
  const { kind, query, extensions, context } = operation;
  const sha256Hash = (query as { documentId?: string }).documentId;
  return makeOperation(
    kind,
    {
      ...operation,
      ...(sha256Hash && {
        extensions: { ...extensions, persistedQuery: { version: 1, sha256Hash } },
      }),
    },
    kind === 'query' ? { ...context, fetch: fetchUntilAnswered } : context,
  );
}

async function fetchUntilAnswered(
  url: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const answer = await fetch(url, init).catch((reason: unknown) => {
      if (init?.signal?.aborted) throw reason;
      return null;
    });
    if (answer && ![502, 503, 504].includes(answer.status)) {
      if (state === 'unreachable') become('open');
      return answer;
    }
    become('unreachable');
    await pauseOrOnline(pause, init?.signal);
  }
}

/** Waits, but no longer than until the browser says that the network is back. */
function pauseOrOnline(milliseconds: number, signal: AbortSignal | null | undefined) {
  return new Promise<void>((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      removeEventListener('online', finish);
      signal?.removeEventListener('abort', finish);
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    addEventListener('online', finish);
    signal?.addEventListener('abort', finish);
  });
}
