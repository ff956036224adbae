import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { HitList, HitList_page } from '#client/directory/HitList.tsx';
import { HitListSkeleton } from '#client/directory/HitListSkeleton.tsx';
import { graphql } from '#client/graphql.ts';
import { audiencesPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { AudienceActions, AudienceActions_audience } from './AudienceActions.tsx';
import { audienceQuery, audienceQuery_audience } from './audienceQuery.ts';
import { FollowAudience, FollowAudience_audience } from './FollowAudience.tsx';
import { audienceContext } from './SaveSearchDialog.tsx';
import './audience.css';

export const AudienceScreen_query = graphql(
  `
    query AudienceScreen($id: ID!) {
      audience(id: $id) {
        id
        name
        ownerName
        isShared
        sentence
        isBroken
        archivedAt
        words {
          label
          isGone
        }
        ...audienceQuery_audience
        ...AudienceActions_audience
        ...FollowAudience_audience
      }
    }
  `,
  [audienceQuery_audience, AudienceActions_audience, FollowAudience_audience],
);

export const AudienceMembers_query = graphql(
  `
    query AudienceMembers($text: Text!, $filter: DirectoryFilter) {
      search(text: $text, filter: $filter, first: 20) {
        totalCount
        isCapped
        ...HitList_page
      }
    }
  `,
  [HitList_page],
);

/** Et utvalg: what it asks, in words; what one may do with it; and whom it finds now. */
export function AudienceScreen({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: AudienceScreen_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
    context: audienceContext,
  });
  const name = result.data?.audience?.name ?? formatMessage({ id: 'audience.one' });

  return (
    <Page title={name} heading={<bdi>{name}</bdi>}>
      <Loaded result={result}>
        {({ audience }) => {
          if (!audience) {
            return (
              <EmptyState title={formatMessage({ id: 'audience.notThere' })}>
                <p>{formatMessage({ id: 'audience.notThereWhy' })}</p>
                <p>
                  <Link href={audiencesPath}>{formatMessage({ id: 'audience.all' })}</Link>
                </p>
              </EmptyState>
            );
          }
          const gone = audience.words.filter(({ isGone }) => isGone).map(({ label }) => label);
          return (
            <div className="audience-sections">
              <div className="audience-head">
                <p className="audience-sentence">
                  <bdi>{audience.sentence}</bdi>
                </p>
                <p className="quiet">
                  {formatMessage(
                    { id: audience.isShared ? 'audience.sharedBy' : 'audience.privateOf' },
                    { name: audience.ownerName },
                  )}
                </p>
                {audience.archivedAt && (
                  <p className="audience-warning">{formatMessage({ id: 'audience.isArchived' })}</p>
                )}
                {gone.length > 0 && (
                  <p className="audience-warning">
                    {formatMessage(
                      { id: audience.isBroken ? 'audience.brokenBy' : 'audience.goneWords' },
                      { words: gone.join(', ') },
                    )}
                  </p>
                )}
                <AudienceActions audience={audience} />
              </div>
              <Section id="folg" title={formatMessage({ id: 'audience.follow' })}>
                <FollowAudience audience={audience} />
              </Section>
              {!audience.isBroken && <Members query={audienceQuery(audience)} />}
              <p>
                <Link href={audiencesPath}>{formatMessage({ id: 'audience.all' })}</Link>
              </p>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Medlemmene, as hits: the same that the search shows. */
function Members({ query }: { query: ReturnType<typeof audienceQuery> }) {
  const { formatMessage } = useIntl();
  const [pages, setPages] = useState(1);
  const [result] = useQuery({
    query: AudienceMembers_query,
    variables: { text: query.text, filter: query.filter },
    requestPolicy: 'cache-and-network',
  });

  return (
    <Loaded result={result} waiting={<HitListSkeleton />}>
      {({ search }) => (
        <Section
          id="treff"
          title={formatMessage(
            { id: search.isCapped ? 'directory.countCapped' : 'directory.count' },
            { count: search.totalCount },
          )}
        >
          {search.totalCount === 0 ? (
            <p className="quiet">{formatMessage({ id: 'audience.nobody' })}</p>
          ) : (
            <HitList page={search} query={query} pages={pages} onMore={() => setPages(pages + 1)} />
          )}
        </Section>
      )}
    </Loaded>
  );
}
