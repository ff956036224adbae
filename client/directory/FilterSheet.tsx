import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';

import type { FragmentOf } from '#client/graphql.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { addressOf, type Ask, type DirectoryFilter, readQuery } from './directoryQuery.ts';
import { FilterPanel, type FilterPanel_facets } from './FilterPanel.tsx';

/** Filtrene bak én knapp, where there is no room for them beside the hits. */
export function FilterSheet({
  facets,
  count,
  isCapped,
  filter,
}: {
  facets: FragmentOf<typeof FilterPanel_facets>;
  /** How many hits there are, so that one sees what a choice gives before closing. */
  count: number;
  /** Whether there are more than that. */
  isCapped: boolean;
  filter: DirectoryFilter;
}) {
  const { formatMessage } = useIntl();
  const { isOpen, open, close, ask } = useSheet();
  const chosen = Object.keys(filter).filter((name) => name !== 'asText').length;

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-haspopup="dialog"
        onClick={open}
      >
        {formatMessage({ id: 'directory.filtersChosen' }, { count: chosen })}
      </button>
      {isOpen && (
        <Dialog
          title={formatMessage({ id: 'directory.filters' })}
          isSheet
          onClose={close}
          footer={
            <button type="button" className="ds-button" onClick={close}>
              {formatMessage(
                { id: isCapped ? 'directory.showHitsCapped' : 'directory.showHits' },
                { count },
              )}
            </button>
          }
        >
          <FilterPanel
            facets={facets}
            ofTheFirst={isCapped ? count : null}
            filter={filter}
            ask={ask}
          />
        </Dialog>
      )}
    </>
  );
}

/**
 * The sheet is a step of its own in the history, so that going back closes it. What is chosen in it rewrites that
 * step; once it is closed, all of it is one step from what was asked before.
 */
function useSheet() {
  const [, navigate] = useLocation();
  const [before, setBefore] = useState<string | null>(null);
  const isOpen = before !== null;
  const addressNow = () => location.pathname + location.search;

  useEffect(() => {
    if (!isOpen) return;
    let shown = addressNow();
    const follow = () => (shown = addressNow());
    const wentBack = () => {
      setBefore(null);
      if (addressNow() === before && shown !== before) navigate(shown);
    };
    addEventListener('replaceState', follow);
    // Before the screen hears of it.
    addEventListener('popstate', wentBack, { capture: true });
    return () => {
      removeEventListener('replaceState', follow);
      removeEventListener('popstate', wentBack, { capture: true });
    };
  }, [isOpen, before, navigate]);

  return {
    isOpen,
    open: () => {
      const now = addressNow();
      setBefore(now);
      navigate(now, { state: history.state });
    },
    close: () => {
      if (!isOpen) return;
      setBefore(null);
      if (addressNow() === before) history.back();
    },
    ask: ((change) =>
      navigate(addressOf(change(readQuery(location.search))), { replace: true })) satisfies Ask,
  };
}
