import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { notFetched } from '#client/problem.ts';
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
  readonly onMore: () => void;
}

/** Treffliste. A page of hits and, as far as it was opened, the pages after it. */
export function HitList({
  page,
  takesFocus = false,
  ...place
}: Place & {
  page: FragmentOf<typeof HitList_page>;
  /** The first of the hits takes the focus that the button for more had. */
  takesFocus?: boolean;
}) {
  const { nodes, pageInfo } = readFragment(HitList_page, page);
  const { query, pages, offset = 0, onMore } = place;
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (takesFocus) list.current?.querySelector<HTMLElement>('[data-hit]')?.focus();
  }, [takesFocus]);

  return (
    <>
      <ol className="hits" start={offset + 1} ref={list}>
        {nodes.map((hit) => (
          <HitRow key={hit.id} hit={hit} />
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <Continuation
          key={pageInfo.endCursor}
          after={pageInfo.endCursor}
          query={query}
          pages={pages - 1}
          offset={offset + nodes.length}
          onMore={onMore}
        />
      )}
    </>
  );
}

/** What comes after a page: the next one, or the button that asks for it. */
function Continuation({ after, ...place }: Place & { after: string | null }) {
  const { formatMessage } = useIntl();
  const [isAskedFor, setAskedFor] = useState(false);

  if (place.pages > 0) return <NextHits {...place} after={after} takesFocus={isAskedFor} />;
  return (
    <button
      type="button"
      className="ds-button more-hits"
      data-variant="secondary"
      onClick={() => {
        setAskedFor(true);
        place.onMore();
      }}
    >
      {formatMessage({ id: 'directory.showMore' })}
    </button>
  );
}

function NextHits({
  after,
  takesFocus,
  ...place
}: Place & { after: string | null; takesFocus: boolean }) {
  const { text, filter } = place.query;
  const [{ data, error }] = useQuery({
    query: NextHits_query,
    variables: { text: text.trim(), filter, after },
  });

  if (data) return <HitList {...place} page={data.search} takesFocus={takesFocus} />;
  if (error) return <ProblemNote problem={notFetched(error)} />;
  return <Skeleton lines={8} />;
}
