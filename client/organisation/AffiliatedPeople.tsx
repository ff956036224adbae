import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { ShowMore } from '#client/ui/ShowMore.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { AffiliatedAdd } from './AffiliatedAdd.tsx';
import { AffiliatedPerson, AffiliatedPerson_affiliation } from './AffiliatedPerson.tsx';
import './AffiliatedPeople.css';

export const AffiliatedPeople_page = graphql(
  `
    fragment AffiliatedPeople_page on AffiliationConnection {
      totalCount
      nodes {
        id
        isPrimary
        ...AffiliatedPerson_affiliation
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [AffiliatedPerson_affiliation],
);

export const AffiliatedPeople_query = graphql(
  `
    query AffiliatedPeople($id: ID!, $current: Boolean!, $after: String) {
      organisation(id: $id) {
        id
        affiliations(current: $current, first: 50, after: $after) {
          ...AffiliatedPeople_page
        }
      }
    }
  `,
  [AffiliatedPeople_page],
);

export const AffiliatedPeople_organisation = graphql(`
  fragment AffiliatedPeople_organisation on Organisation {
    id
    name
    viewerMay {
      correct
    }
  }
`);

/** Personer. Those affiliated now, the one to ask first on top; those who were, when asked for. */
export function AffiliatedPeople({
  organisation,
  current,
}: {
  organisation: FragmentOf<typeof AffiliatedPeople_organisation>;
  current: FragmentOf<typeof AffiliatedPeople_page>;
}) {
  const { formatMessage } = useIntl();
  const [withFormer, setWithFormer] = useState(false);
  const { totalCount } = readFragment(AffiliatedPeople_page, current);
  const it = readFragment(AffiliatedPeople_organisation, organisation);
  const organisationId = it.id;

  return (
    <Section
      id="personer"
      title={formatMessage({ id: 'organisation.people' })}
      tools={
        <>
          <label className="section-toggle">
            <input
              type="checkbox"
              className="ds-input"
              checked={withFormer}
              onChange={(event) => setWithFormer(event.target.checked)}
            />
            {formatMessage({ id: 'organisation.withFormer' })}
          </label>
          {it.viewerMay.correct && <AffiliatedAdd organisation={it} />}
        </>
      }
    >
      {totalCount === 0 && (
        <p className="quiet">{formatMessage({ id: 'organisation.noPeople' })}</p>
      )}
      <PeoplePage organisationId={organisationId} isCurrent page={current} />
      {withFormer && (
        <>
          <h3>{formatMessage({ id: 'organisation.former' })}</h3>
          <NextPage organisationId={organisationId} isCurrent={false} after={null} />
        </>
      )}
    </Section>
  );
}

function PeoplePage({
  organisationId,
  isCurrent,
  page,
}: {
  organisationId: string;
  isCurrent: boolean;
  page: FragmentOf<typeof AffiliatedPeople_page>;
}) {
  const { formatMessage } = useIntl();
  const { nodes, pageInfo, totalCount } = readFragment(AffiliatedPeople_page, page);
  const primaryFirst = nodes.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary));

  if (totalCount === 0) {
    if (isCurrent) return null;
    return <p className="quiet">{formatMessage({ id: 'organisation.noFormer' })}</p>;
  }
  return (
    <>
      <ul className="affiliated-people">
        {primaryFirst.map((affiliation) => (
          <AffiliatedPerson key={affiliation.id} affiliation={affiliation} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore label={formatMessage({ id: 'organisation.showMore' })}>
          {() => (
            <NextPage
              organisationId={organisationId}
              isCurrent={isCurrent}
              after={pageInfo.endCursor}
            />
          )}
        </ShowMore>
      )}
    </>
  );
}

function NextPage({
  organisationId,
  isCurrent,
  after,
}: {
  organisationId: string;
  isCurrent: boolean;
  after: string | null;
}) {
  const [result] = useQuery({
    query: AffiliatedPeople_query,
    variables: { id: organisationId, current: isCurrent, after },
  });

  return (
    <Loaded result={result} waiting={<Skeleton lines={4} />}>
      {({ organisation }) =>
        organisation && (
          <PeoplePage
            organisationId={organisationId}
            isCurrent={isCurrent}
            page={organisation.affiliations}
          />
        )
      }
    </Loaded>
  );
}
