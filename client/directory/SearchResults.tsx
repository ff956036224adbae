import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { SaveSearch } from './audience/SaveSearch.tsx';
import { BulkSelection } from './bulk/BulkSelection.tsx';
import { ChosenFilters, ChosenFilters_search } from './ChosenFilters.tsx';
import { type Ask, type DirectoryQuery, toggled } from './directoryQuery.ts';
import { FilterPanel_facets } from './FilterPanel.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import { HitList, HitList_page } from './HitList.tsx';
import { NothingFound, NothingFound_loosening } from './NothingFound.tsx';
import { OfTheFirst } from './OfTheFirst.tsx';
import { Readings } from './Readings.tsx';
import { RecordKindSwitch, RecordKindSwitch_facets } from './RecordKindSwitch.tsx';
import { StartRound } from './StartRound.tsx';
import { useIsWide } from './useIsWide.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

export const SearchResults_search = graphql(
  `
    fragment SearchResults_search on SearchConnection {
      totalCount
      isCapped
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
      understood {
        kind
        word
        label
      }
      ...ChosenFilters_search
      ...HitList_page
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

/** Treffene: how the question was read, how many there are, and they themselves, as a list and on the map. */
export function SearchResults({
  search,
  query,
  ask,
  pages,
  onMore,
}: {
  search: FragmentOf<typeof SearchResults_search>;
  query: DirectoryQuery;
  ask: Ask;
  pages: number;
  onMore: () => void;
}) {
  const { formatMessage } = useIntl();
  const isWide = useIsWide();
  const found = readFragment(SearchResults_search, search);
  const { totalCount, isCapped, facets, understood } = found;

  return (
    <>
      <ChosenFilters search={found} query={query} ask={ask} />
      <div className="results-head">
        <h2 className="results-count">
          {formatMessage(
            { id: isCapped ? 'directory.countCapped' : 'directory.count' },
            { count: totalCount },
          )}
        </h2>
        {!isWide && (
          <FilterSheet
            facets={facets}
            count={totalCount}
            isCapped={isCapped}
            filter={query.filter}
          />
        )}
        {(totalCount > 0 || query.filter.only) && (
          <RecordKindSwitch facets={isCapped ? null : facets} query={query} ask={ask} />
        )}
        <div className="results-ways">
          {(totalCount > 0 || query.view === 'map') && <ViewSwitch query={query} />}
          <SaveSearch query={query} />
          {totalCount > 0 && <StartRound query={{ ...query, view: 'list' }} />}
        </div>
      </div>
      {query.view === 'map' && (
        <Suspense fallback={<div className="map-waiting" />}>
          {isCapped && <OfTheFirst count={totalCount} />}
          <HitMap
            areas={facets.areas}
            selected={query.filter.areas ?? []}
            onToggle={(code) => ask((now) => toggled(now, 'areas', code))}
          />
        </Suspense>
      )}
      {totalCount === 0 ? (
        <NothingFound loosen={found.loosen} query={query} ask={ask} />
      ) : (
        <Readings words={understood}>
          <BulkSelection query={query} total={totalCount} isCapped={isCapped}>
            <HitList page={found} query={query} pages={pages} onMore={onMore} />
          </BulkSelection>
        </Readings>
      )}
    </>
  );
}
