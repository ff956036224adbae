import { useSearchParams } from 'wouter';

/** By which names the address knows what narrows a log, and where its page begins. */
export type TraceKey = 'fra' | 'til' | 'hvem' | 'hva' | 'person' | 'formal' | 'etter' | 'for';

const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text);

const pageSize = 50;

/** Utvalg av spor. What of a log is shown: all of it stands in the address, so that it can be sent to somebody. */
export function useTraceFilter() {
  const [parameters, setParameters] = useSearchParams();
  const given = (key: TraceKey): string | null => parameters.get(key) || null;
  const day = (key: TraceKey): string | null => {
    const text = given(key);
    return text && isDay(text) ? text : null;
  };
  const [after, before] = [given('etter'), given('for')];

  /** Where a link leads that changes one thing; it begins at the latest again. */
  const addressWith = (key: TraceKey, value: string | null): string => {
    const next = new URLSearchParams(parameters);
    for (const page of ['etter', 'for']) next.delete(page);
    if (value) next.set(key, value);
    else next.delete(key);
    return `?${next}`;
  };
  return {
    given,
    days: { from: day('fra'), to: day('til') },
    page: before
      ? { last: pageSize, before, first: null, after: null }
      : { first: pageSize, after, last: null, before: null },
    isNarrowed: (['fra', 'til', 'hvem', 'hva', 'person', 'formal'] as const).some(given),
    isFirstPage: !after && !before,
    addressWith,
    change: (key: TraceKey, value: string): void =>
      setParameters(new URLSearchParams(addressWith(key, value)), { replace: true }),
  };
}

export type TraceFilter = ReturnType<typeof useTraceFilter>;
