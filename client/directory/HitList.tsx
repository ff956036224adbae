import { type RefObject, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import type { DirectoryQuery } from './directoryQuery.ts';
import { HitRow, HitRow_hit } from './HitRow.tsx';

export const HitList_page = graphql(
  `
    fragment HitList_page on SearchConnection {
      nodes {
        __typename
        ... on OrganisationHit {
          id
        }
        ... on PersonHit {
          id
        }
        ...HitRow_hit
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [HitRow_hit],
);

export const NextHits_query = graphql(
  `
    query NextHits($text: Text!, $filter: DirectoryFilter, $after: String) {
      search(text: $text, filter: $filter, first: 20, after: $after) {
        ...HitList_page
      }
    }
  `,
  [HitList_page],
);

interface Place {
  readonly query: DirectoryQuery;
  /** How many pages to show, this one included. */
  readonly pages: number;
  /** How many hits stand before this page. */
  readonly offset?: number;
  /** True just after more was asked for: the first of the new hits takes the focus that the button had. */
  readonly takesFocus?: RefObject<boolean>;
  readonly onMore: () => void;
}

/** Treffliste. A page of hits and, as far as it was opened, the pages after it. */
export function HitList({
  page,
  query,
  pages,
  offset = 0,
  takesFocus,
  onMore,
}: Place & { page: FragmentOf<typeof HitList_page> }) {
  const { formatMessage } = useIntl();
  const { nodes, pageInfo } = readFragment(HitList_page, page);
  const isAskedForMore = useRef(false);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!takesFocus?.current) return;
    takesFocus.current = false;
    list.current?.querySelector<HTMLElement>('[data-hit]')?.focus();
  }, [takesFocus]);

  const next = { query, pages: pages - 1, offset: offset + nodes.length, onMore };
  return (
    <>
      <ol className="hits" start={offset + 1} ref={list}>
        {nodes.map((hit) => (
          <HitRow key={hit.id} hit={hit} />
        ))}
      </ol>
      {pageInfo.hasNextPage && pages > 1 && (
        <NextHits {...next} after={pageInfo.endCursor} takesFocus={isAskedForMore} />
      )}
      {pageInfo.hasNextPage && pages <= 1 && (
        <button
          type="button"
          className="ds-button more-hits"
          data-variant="secondary"
          onClick={() => {
            isAskedForMore.current = true;
            onMore();
          }}
        >
          {formatMessage({ id: 'directory.showMore' })}
        </button>
      )}
    </>
  );
}

function NextHits({ after, ...place }: Place & { after: string | null }) {
  const { text, filter } = place.query;
  const [{ data, error }] = useQuery({
    query: NextHits_query,
    variables: { text, filter, after },
  });

  if (data) return <HitList {...place} page={data.search} />;
  if (error) return <ProblemNote problem={toProblem(error)} />;
  return <Skeleton lines={8} />;
}
