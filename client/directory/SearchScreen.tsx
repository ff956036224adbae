import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

import { graphql } from '#client/graphql.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { arrival } from '#client/ui/navigation.ts';
import { Page } from '#client/ui/Page.tsx';
import { ChosenFilters, ChosenFilters_search } from './ChosenFilters.tsx';
import { addressOf, isBlank, toggled, writeQuery } from './directoryQuery.ts';
import { FilterPanel, FilterPanel_facets } from './FilterPanel.tsx';
import { focusFirstHit, handleHitKeys } from './hitKeys.ts';
import { HitList, HitList_page, pageSize } from './HitList.tsx';
import { HitListSkeleton } from './HitListSkeleton.tsx';
import { NothingFound, NothingFound_loosening } from './NothingFound.tsx';
import { RecordKindSwitch, RecordKindSwitch_facets } from './RecordKindSwitch.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchStart } from './SearchStart.tsx';
import './search.css';
import { useIsWide } from './useIsWide.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import { type SearchPlace, useDirectoryQuery } from './useDirectoryQuery.ts';

export const Search_query = graphql(
  `
    query Search($text: Text!, $filter: DirectoryFilter, $first: Int!) {
      search(text: $text, filter: $filter, first: $first) {
        totalCount
        facets {
          ...FilterPanel_facets
          ...RecordKindSwitch_facets
          areas {
            value
            label
            count
          }
        }
        loosen {
          ...NothingFound_loosening
        }
        ...ChosenFilters_search
        ...HitList_page
      }
    }
  `,
  [
    FilterPanel_facets,
    RecordKindSwitch_facets,
    NothingFound_loosening,
    ChosenFilters_search,
    HitList_page,
  ],
);

const HitMap = lazy(async () => {
  const { HitMap: map } = await import('#client/vocabulary/HitMap.tsx');
  return { default: map };
});

/** Søk. The front page: one field that answers each letter, and everything that was asked in the address. */
export function SearchScreen() {
  const { formatMessage } = useIntl();
  const question = useDirectoryQuery();
  const { query, ask } = question;
  const [, navigate] = useLocation();
  const place = useHistoryState<SearchPlace | null>();
  const isWide = useIsWide();
  const [isFiltering, setFiltering] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const goesDownWhenAnswered = useRef(false);

  const isStart = isBlank(query) && query.view === 'list';
  const [result] = useQuery({
    query: Search_query,
    variables: { text: query.text.trim(), filter: query.filter, first: pageSize },
    requestPolicy: 'cache-and-network',
    pause: isStart,
  });
  const isWaiting = result.fetching && !result.stale;

  useEffect(() => {
    const opened = arrival() === 'back' && (history.state as SearchPlace | null)?.opened;
    const hit = opened && results.current?.querySelector<HTMLElement>(`[data-hit="${opened}"]`);
    if (hit) hit.focus({ preventScroll: true });
    else if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    if (isWaiting || !goesDownWhenAnswered.current) return;
    goesDownWhenAnswered.current = false;
    focusFirstHit(results.current);
  }, [isWaiting]);

  const remember = (change: SearchPlace) =>
    navigate(addressOf(query), { replace: true, state: { ...place, ...change } });

  function goDown() {
    if (isWaiting) goesDownWhenAnswered.current = true;
    else focusFirstHit(results.current);
  }

  const total = result.data?.search.totalCount;
  const heading = formatMessage({ id: 'directory.title' });
  const filterCount = Object.keys(query.filter).length;

  return (
    <Page
      title={query.text.trim() ? `${query.text.trim()} – ${heading}` : heading}
      heading={heading}
      hasQuietHeading
      placesFocus={false}
    >
      <SearchField
        ref={field}
        text={query.text}
        onType={question.type}
        onRest={question.rest}
        onLeaveDown={goDown}
      />
      {isStart ? (
        <SearchStart />
      ) : (
        <div className="search-layout">
          {isWide && (
            <aside aria-label={formatMessage({ id: 'directory.filters' })}>
              <FilterPanel facets={result.data?.search.facets ?? null} query={query} ask={ask} />
            </aside>
          )}
          <div
            ref={results}
            className="search-results"
            onKeyDown={(event) => handleHitKeys(event, () => field.current?.focus())}
            onClick={(event) => {
              const hit = (event.target as Element).closest<HTMLElement>('[data-hit]');
              if (hit) remember({ opened: hit.dataset['hit'] as string });
            }}
          >
            <Loaded
              result={{ ...result, stale: result.stale || result.fetching }}
              waiting={<HitListSkeleton />}
            >
              {({ search }) => (
                <>
                  <ChosenFilters search={search} query={query} ask={ask} />
                  <div className="results-head">
                    <h2 className="results-count">
                      {formatMessage({ id: 'directory.count' }, { count: search.totalCount })}
                    </h2>
                    <RecordKindSwitch facets={search.facets} query={query} ask={ask} />
                    <ViewSwitch query={query} />
                    {!isWide && (
                      <button
                        type="button"
                        className="ds-button"
                        data-variant="secondary"
                        aria-haspopup="dialog"
                        onClick={() => setFiltering(true)}
                      >
                        {formatMessage({ id: 'directory.filtersChosen' }, { count: filterCount })}
                      </button>
                    )}
                  </div>
                  {query.view === 'map' && (
                    <Suspense fallback={<div className="map-waiting" />}>
                      <HitMap
                        areas={search.facets.areas}
                        selected={query.filter.areas ?? []}
                        onToggle={(code) => ask(toggled(query, 'areas', code))}
                      />
                    </Suspense>
                  )}
                  {search.totalCount === 0 ? (
                    <NothingFound loosen={search.loosen} query={query} ask={ask} />
                  ) : (
                    <HitList
                      key={writeQuery(query)}
                      page={search}
                      query={query}
                      pages={place?.pages ?? 1}
                      onMore={() => remember({ pages: (place?.pages ?? 1) + 1 })}
                    />
                  )}
                </>
              )}
            </Loaded>
          </div>
        </div>
      )}
      <Announcement
        text={
          isStart || total === undefined ? '' : formatMessage({ id: 'directory.count' }, { count: total })
        }
      />
      {isFiltering && (
        <Dialog
          title={formatMessage({ id: 'directory.filters' })}
          isSheet
          onClose={() => setFiltering(false)}
          footer={
            <button type="button" className="ds-button" onClick={() => setFiltering(false)}>
              {formatMessage({ id: 'directory.showHits' }, { count: total ?? 0 })}
            </button>
          }
        >
          <FilterPanel facets={result.data?.search.facets ?? null} query={query} ask={ask} />
        </Dialog>
      )}
    </Page>
  );
}
