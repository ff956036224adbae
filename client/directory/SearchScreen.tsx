import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

import { Announcement } from '#client/ui/Announcement.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { arrival } from '#client/ui/navigation.ts';
import { Page } from '#client/ui/Page.tsx';
import { ProblemHelp } from '#client/ui/ProblemHelp.ts';
import { addressOf, isBlank } from './directoryQuery.ts';
import { FilterPanel } from './FilterPanel.tsx';
import { focusFirstHit, handleHitKeys, reachFirstHit } from './hitKeys.ts';
import { HitListSkeleton } from './HitListSkeleton.tsx';
import './search.css';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SearchStart } from './SearchStart.tsx';
import { Search_query } from './searchQuery.ts';
import { useAskAhead } from './useAskAhead.ts';
import { type SearchPlace, useDirectoryQuery } from './useDirectoryQuery.ts';
import { useIsSlow } from './useIsSlow.ts';
import { useIsWide } from './useIsWide.ts';
import { WithoutFilters } from './WithoutFilters.tsx';

/** Søk. The front page: one field that answers each letter, and everything that was asked in the address. */
export function SearchScreen() {
  const { formatMessage } = useIntl();
  const { query, type, rest, ask } = useDirectoryQuery();
  const [, navigate] = useLocation();
  const place = useHistoryState<SearchPlace | null>();
  const isWide = useIsWide();
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLElement>(null);
  const whenAnswered = useRef<((list: Element | null) => boolean) | null>(null);

  const text = query.text.trim();
  const isStart = isBlank(query) && query.view === 'list';
  const [result] = useQuery({
    query: Search_query,
    variables: { text, filter: query.filter },
    requestPolicy: 'cache-and-network',
    pause: isStart,
  });
  const isWaiting = result.fetching && !result.stale;
  const isSlow = useIsSlow(isWaiting);
  const former = useAskAhead(field, query, isWaiting);
  const isFirst = useIsFirst(isStart, former !== null || !isWaiting);
  const data = isFirst ? undefined : (former?.data ?? result.data);
  const found = data?.search;
  const answered = useAnswered(isWaiting, text);
  const total = found?.totalCount;
  const isCapped = found?.isCapped ?? false;
  const hasFilter = Object.keys(query.filter).length > 0;

  useEffect(() => {
    const opened = arrival() === 'back' && (history.state as SearchPlace | null)?.opened;
    const hit = opened && results.current?.querySelector<HTMLElement>(`[data-hit="${opened}"]`);
    if (hit) hit.focus({ preventScroll: true });
    else if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    if (isWaiting) return;
    // Who has gone elsewhere meanwhile stays there.
    if (document.activeElement === field.current) whenAnswered.current?.(results.current);
    whenAnswered.current = null;
  }, [isWaiting]);

  /** Goes on in the hits, when those of what stands in the field have come. */
  function goOn(to: (list: Element | null) => boolean) {
    if (isWaiting) whenAnswered.current = to;
    else to(results.current);
  }

  const remember = (change: SearchPlace) =>
    navigate(addressOf(query), { replace: true, state: { ...place, ...change } });

  const heading = formatMessage({ id: 'directory.title' });
  return (
    <Page
      title={text ? `${text} – ${heading}` : heading}
      heading={heading}
      hasQuietHeading
      placesFocus={false}
    >
      <SearchField
        ref={field}
        text={query.text}
        onType={(letters) => {
          whenAnswered.current = null;
          type(letters);
        }}
        onRest={rest}
        onLeaveDown={() => goOn(focusFirstHit)}
        onReach={() => goOn(reachFirstHit)}
      />
      {isStart || (isFirst && !isSlow) ? (
        <SearchStart />
      ) : (
        <div className="search-layout">
          {isWide && (
            <aside aria-label={formatMessage({ id: 'directory.filters' })}>
              {(found || !result.error) && (
                <FilterPanel
                  facets={found?.facets ?? null}
                  ofTheFirst={isCapped && total !== undefined ? total : null}
                  filter={query.filter}
                  ask={ask}
                />
              )}
            </aside>
          )}
          <section
            ref={results}
            className="search-results"
            data-slow={isSlow || undefined}
            data-answers={former?.text ?? answered}
            aria-label={formatMessage({ id: 'directory.hits' })}
            onKeyDown={(event) => handleHitKeys(event, () => field.current?.focus())}
            onClickCapture={(event) => {
              const hit = (event.target as Element).closest<HTMLElement>('[data-hit]');
              if (hit) remember({ opened: hit.dataset['hit'] as string });
            }}
          >
            <ProblemHelp value={{ INVALID_INPUT: hasFilter && <WithoutFilters query={query} /> }}>
              <Loaded
                result={{
                  error: isFirst ? undefined : result.error,
                  data,
                  stale: result.stale || result.fetching,
                }}
                waiting={<HitListSkeleton />}
              >
                {({ search }) => (
                  <SearchResults
                    search={search}
                    query={query}
                    ask={ask}
                    pages={place?.pages ?? 1}
                    onMore={() => remember({ pages: (place?.pages ?? 1) + 1 })}
                  />
                )}
              </Loaded>
            </ProblemHelp>
          </section>
        </div>
      )}
      <Announcement
        text={
          isStart || isWaiting || total === undefined
            ? ''
            : formatMessage(
                { id: isCapped ? 'directory.countCapped' : 'directory.count' },
                { count: total },
              )
        }
      />
    </Page>
  );
}

/**
 * Whether what was asked first after the start is not answered yet. Until it is, or is late, the start stays, so that whoever types sees nothing
 * in between; and what was found before it is forgotten.
 */
function useIsFirst(isStart: boolean, isAnswered: boolean): boolean {
  const [wasFirst, setFirst] = useState(isStart);
  const isFirst = isStart || (wasFirst && !isAnswered);
  if (isFirst !== wasFirst) setFirst(isFirst);
  return isFirst;
}

/** What the answer on the screen was asked for: while one is waited for, what was asked before. */
function useAnswered(isWaiting: boolean, text: string): string | undefined {
  const [last, setLast] = useState<string>();
  if (!isWaiting && last !== text) setLast(text);
  return isWaiting ? last : text;
}
