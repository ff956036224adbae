import { graphql } from '#client/graphql.ts';
import { FilterPanel_facets } from './FilterPanel.tsx';
import { SearchResults_search } from './SearchResults.tsx';

export const Search_query = graphql(
  `
    query Search($text: Text!, $filter: DirectoryFilter) {
      search(text: $text, filter: $filter, first: 20) {
        totalCount
        isCapped
        facets {
          ...FilterPanel_facets
        }
        ...SearchResults_search
      }
    }
  `,
  [FilterPanel_facets, SearchResults_search],
);
