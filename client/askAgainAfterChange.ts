import { type Exchange, makeOperation, mapExchange } from 'urql';

/**
 * Spør igjen etter en endring. A question that was under way when something was changed may be answered as things were before: its answer is
 * shown, and it is asked once more.
 *
 * The cache asks anew for what a change has made old, but the client drops that while the same question is under way, and keeps the older
 * answer. Stands behind the cache.
 */
export const askAgainAfterChange: Exchange = (input) => {
  let changes = 0;
  const before = new Map<number, number>();
  return mapExchange({
    onOperation({ kind, key }) {
      if (kind === 'query') before.set(key, changes);
    },
    onResult(result) {
      const { operation } = result;
      const { kind, key, context } = operation;
      if (kind === 'mutation') changes += 1;
      if (kind !== 'query') return result;
      const seen = before.get(key) ?? changes;
      before.delete(key);
      if (seen === changes) return result;
      const again = makeOperation(kind, operation, { ...context, requestPolicy: 'network-only' });
      queueMicrotask(() => input.client.reexecuteOperation(again));
      return { ...result, stale: true };
    },
  })(input);
};
