import { useSyncExternalStore } from 'react';

import type { NotedCall } from './callOperations.ts';

/** A call that was noted while the line was cut. */
export interface PendingCall {
  readonly owner: string;
  readonly organisationName: string;
  readonly input: NotedCall;
}

const storageKey = 'samband.calls';
const listeners = new Set<() => void>();
/** For a browser that keeps nothing for us. */
let pending: readonly PendingCall[] = stored();

function stored(): readonly PendingCall[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as PendingCall[];
  } catch {
    return [];
  }
}

function keep(next: readonly PendingCall[]): void {
  pending = next;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Then it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Samtaler som venter. What came of calls that could not be sent, in this tab: sent when the line is back, each once by its identifier. */
export const usePendingCalls = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );

export const keepCall = (call: PendingCall): void =>
  keep([...pending.filter(({ input }) => input.id !== call.input.id), call]);

export const dropCall = (id: string): void => keep(pending.filter(({ input }) => input.id !== id));
