import { createContext, type ReactNode, use, useMemo } from 'react';

interface Understood {
  readonly kind: string;
  readonly word: string;
  readonly label: string | null;
}

const Known = createContext<ReadonlyMap<string, string>>(new Map());

/** How a word of the question was read as a term of a sort; undefined when it was not. */
export function useReading(): (kind: string, word: string) => string | undefined {
  const known = use(Known);
  return (kind, word) => known.get(`${kind} ${word}`);
}

/** Lesemåte. Lets each hit inside say how a misspelt word, or one with another name, was read. */
export function Readings({
  words,
  children,
}: {
  words: readonly Understood[];
  children: ReactNode;
}) {
  const known = useMemo(
    () => new Map(words.map(({ kind, word, label }) => [`${kind} ${word}`, label ?? word])),
    [words],
  );
  return <Known value={known}>{children}</Known>;
}
