import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the request under way, for those who are not handed the request. */
export const requestScope = new AsyncLocalStorage<{ readonly id: string }>();
