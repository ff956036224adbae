import { useSyncExternalStore } from 'react';
import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
} from 'urql';

import { askAgainAfterChange } from './askAgainAfterChange.ts';
import type { LanguageCode } from './language/languages.ts';

/**
 * Linjen. Whether the server answers and whether it knows us; the shell draws both.
 *
 * `other-viewer`: somebody else has signed in in another tab, and this one is still drawn for the former.
 */
export type ConnectionState = 'open' | 'unreachable' | 'signed-out' | 'other-viewer';

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

/** The session is over. */
export const becomeSignedOut = () => become('signed-out');

/** Who was signed out has come back, in this tab or another. */
export function becomeSignedIn(): void {
  if (state === 'signed-out') become('open');
}

/** Whom this page is drawn for. Said with every question, so that nobody is answered, or obeyed, in the place of somebody else. */
let drawnFor: string | null = null;

export function drawFor(viewerId: string): void {
  drawnFor ??= viewerId;
}

export const isDrawnForSomebody = () => drawnFor !== null;

const seenKey = 'samband.seen';
let seenAt = 0;

/** When the server last answered, in any tab of this browser: from then on it counts how long nobody is here. */
export function lastAnswerAt(): number {
  try {
    return Math.max(seenAt, Number(localStorage.getItem(seenKey)));
  } catch {
    return seenAt;
  }
}

/** What an answer tells before it is read: that somebody else is signed in now, or that the session goes on. */
function heard(answer: Response): Response {
  if (answer.status === 409) become('other-viewer');
  if (!answer.ok) return answer;
  seenAt = Date.now();
  try {
    localStorage.setItem(seenKey, String(seenAt));
  } catch {
    // Storage may be closed to us; then this tab counts alone.
  }
  return answer;
}

let isStepUpWanted = false;

/** Whether something was refused until the viewer has signed in anew. */
export const useStepUpWanted = () => useSyncExternalStore(subscribe, () => isStepUpWanted);

export function wantStepUp(isWanted: boolean): void {
  isStepUpWanted = isWanted;
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
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: {
        'accept-language': language,
        ...(drawnFor && { 'samband-viewer': drawnFor }),
      },
    }),
    fetch: async (url, init) => heard(await fetch(url, init)),
    exchanges: [
      cacheExchange,
      askAgainAfterChange,
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
          if (graphQLErrors.some(({ extensions }) => extensions['code'] === 'STEP_UP_REQUIRED')) {
            wantStepUp(true);
          }
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
      return heard(answer);
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
