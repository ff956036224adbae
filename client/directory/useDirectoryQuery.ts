import { useCallback, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

import { addressOf, type Ask, readQuery, writeQuery } from './directoryQuery.ts';

/** What the search screen keeps with an address in the browser's history: enough to come back to the very same place. */
export interface SearchPlace {
  /** How many pages of hits are shown. */
  readonly pages?: number;
  /** The hit that was opened from here. */
  readonly opened?: string;
}

/**
 * The question in the address, and how to change it. A spell of typing is one step in the history however many
 * letters it has: its first letter makes the step, the rest rewrite it, and `rest` ends the spell.
 */
export function useDirectoryQuery() {
  const [, navigate] = useLocation();
  const search = useSearch();
  const asked = readQuery(search);
  const withoutText = writeQuery({ ...asked, text: '' });
  // The filters stay the very same while letters are typed, so that they need not be drawn again.
  const { filter, view } = useMemo(() => readQuery(withoutText), [withoutText]);
  const query = { text: asked.text, filter, view };
  const isTyping = useRef(false);

  const ask = useCallback<Ask>(
    (change) => {
      isTyping.current = false;
      navigate(addressOf(change(readQuery(location.search))));
    },
    [navigate],
  );

  return {
    query,
    type: (text: string) => {
      navigate(addressOf({ ...query, text }), { replace: isTyping.current });
      isTyping.current = true;
    },
    rest: () => {
      isTyping.current = false;
    },
    ask,
  };
}
