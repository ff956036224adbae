import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { notFetched } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import type { CallsAsked } from './CallListScreen.tsx';
import { callContext } from './callOperations.ts';
import { CallRow, CallRow_item } from './CallRow.tsx';

export const CallRows_page = graphql(
  `
    fragment CallRows_page on CallListPage {
      endCursor
      nodes {
        id
        ...CallRow_item
      }
    }
  `,
  [CallRow_item],
);

export const NextCalls_query = graphql(
  `
    query NextCalls(
      $roundId: ID
      $trustId: ID
      $municipality: ID
      $language: String
      $reasons: [CallReason!]
      $isEarly: Boolean
      $isLater: Boolean
      $after: String
    ) {
      callList(
        roundId: $roundId
        trustId: $trustId
        municipality: $municipality
        language: $language
        reasons: $reasons
        isEarly: $isEarly
        isLater: $isLater
        after: $after
      ) {
        ...CallRows_page
      }
    }
  `,
  [CallRows_page],
);

interface Place {
  readonly asked: CallsAsked;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** These rows have been read, anew or for the first time. */
  readonly onRead: () => void;
  /** More rows are on their way. */
  readonly onMore: () => void;
}

/** En side av ringelisten, and those after it as far as somebody has gone. What is done goes, and the next move up over the borders of pages. */
export function CallRows({
  page,
  ...place
}: Place & { readonly page: FragmentOf<typeof CallRows_page> }) {
  const { formatMessage } = useIntl();
  const { nodes, endCursor } = readFragment(CallRows_page, page);
  const { openId, onOpen, onRead, onMore } = place;
  const [isMore, setMore] = useState(false);

  useEffect(onRead, [nodes, onRead]);

  return (
    <>
      {nodes.map((item) => (
        <CallRow
          key={item.id}
          item={item}
          isOpen={item.id === openId}
          onOpen={(isOpen) => onOpen(isOpen ? item.id : null)}
        />
      ))}
      {endCursor !== null &&
        (isMore ? (
          <NextCalls {...place} after={endCursor} />
        ) : (
          <li className="call-more">
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => {
                onMore();
                setMore(true);
              }}
            >
              {formatMessage({ id: 'round.more' })}
            </button>
          </li>
        ))}
    </>
  );
}

/** What was there before stays in sight while a page is read from a cursor that has moved. */
function NextCalls({ after, ...place }: Place & { after: string }) {
  const [{ data, error }] = useQuery({
    query: NextCalls_query,
    variables: { ...place.asked, after },
    context: callContext,
  });

  if (data) return <CallRows {...place} page={data.callList} />;
  return <li>{error ? <ProblemNote problem={notFetched(error)} /> : <Skeleton lines={6} />}</li>;
}
