import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';

import type { ResultOf } from '#client/graphql.ts';
import type { DirectoryQuery } from './directoryQuery.ts';
import { Search_query } from './searchQuery.ts';
import { UnderWay } from './UnderWay.ts';

interface Answer {
  /** What it is the answer to. */
  readonly text: string;
  readonly data: ResultOf<typeof Search_query>;
}

/**
 * Spør i forkant. Sends the question of a letter before anything is drawn for it, so that the server works while the page does.
 *
 * A question leaves when the code that asks it has come to its end, and React draws at the end of its own listener: a listener of ours on the
 * field comes before that. Whatever draws the answer asks the same a moment later, and is given this one.
 *
 * Gives the answer to letters before the newest, while what is asked is waited for.
 */
export function useAskAhead(
  field: RefObject<HTMLInputElement | null>,
  { text, filter }: DirectoryQuery,
  isWaiting: boolean,
): Answer | null {
  const client = useClient();
  const letters = useRef<UnderWay<Answer | null> | null>(null);
  const [former, setFormer] = useState<Answer | null>(null);
  // Asked once more, what is drawn already would be drawn once more, too: before React has heard of the letter, which would be taken out again.
  const isNew = useEffectEvent((wanted: string) => wanted !== '' && wanted !== text.trim());

  useEffect(() => {
    const input = field.current;
    const underWay = new UnderWay<Answer | null>(
      (wanted, heard) =>
        client
          .query(Search_query, { text: wanted, filter }, { requestPolicy: 'cache-and-network' })
          .subscribe(({ data }) => heard(data ? { text: wanted, data } : null)),
      (answer) => answer && setFormer(answer),
    );
    letters.current = underWay;
    const ask = () => {
      const wanted = input?.value.trim() ?? '';
      if (isNew(wanted)) underWay.ask(wanted);
    };
    input?.addEventListener('input', ask);
    return () => {
      input?.removeEventListener('input', ask);
      underWay.end();
    };
  }, [client, field, filter]);

  useEffect(() => {
    // What is asked otherwise than by typing does not wait for letters.
    if (letters.current?.newest !== text.trim()) letters.current?.end();
  }, [text]);

  if (former && !isWaiting) setFormer(null);
  return isWaiting ? former : null;
}
