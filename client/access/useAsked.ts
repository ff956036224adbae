import { useSearchParams } from 'wouter';

/** What the address asks for by this name, and how to ask for something else, or for nothing. It survives being away to sign in. */
export function useAsked(name: string): readonly [string | null, (value: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const ask = (value: string | null) =>
    setParameters(
      (present) => {
        if (value === null) present.delete(name);
        else present.set(name, value);
        return present;
      },
      { replace: true },
    );
  return [parameters.get(name), ask];
}

/** The list of users, narrowed by words, from a cursor on. */
export const staffPath = (text: string | null, after: string | null): string =>
  `/administrasjon/brukere?${new URLSearchParams({
    ...(text && { q: text }),
    ...(after && { etter: after }),
  })}`;
