import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { areaPath, organisationPath, searchPath } from '#client/paths.ts';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { LinkList } from '#client/ui/LinkList.tsx';
import { placeName } from '#client/vocabulary/placeName.ts';

export const OrganisationFacts_organisation = graphql(`
  fragment OrganisationFacts_organisation on Organisation {
    id
    number
    seat {
      code
      name
    }
    parent {
      id
      name
    }
    servedAreas {
      code
      name
      kind
      parent {
        code
        name
      }
    }
    languages {
      code
      name
    }
    communities {
      code
      name
    }
    topics {
      code
      name
    }
    membership {
      count
      year
    }
  }
`);

/** Om virksomheten. Each fact by its name; what is not known is left out. */
export function OrganisationFacts({
  organisation,
}: {
  organisation: FragmentOf<typeof OrganisationFacts_organisation>;
}) {
  const { formatMessage } = useIntl();
  const { number, seat, parent, servedAreas, languages, communities, topics, membership } =
    readFragment(OrganisationFacts_organisation, organisation);

  const facts: readonly [string, ReactNode][] = [
    [
      formatMessage({ id: 'organisation.languages' }),
      languages.length > 0 && (
        <LinkList
          links={languages.map(({ code, name }) => ({
            name,
            address: searchPath('languages', code),
          }))}
        />
      ),
    ],
    [
      formatMessage({ id: 'organisation.servedAreas' }),
      servedAreas.length > 0 && (
        <LinkList
          links={servedAreas.map((area) => ({
            name: placeName(area),
            address: areaPath(area.code),
          }))}
        />
      ),
    ],
    [
      formatMessage({ id: 'organisation.communities' }),
      communities.length > 0 && (
        <LinkList
          links={communities.map(({ code, name }) => ({
            name,
            address: searchPath('communities', code),
          }))}
        />
      ),
    ],
    [
      formatMessage({ id: 'organisation.topics' }),
      topics.length > 0 && (
        <LinkList
          links={topics.map(({ code, name }) => ({ name, address: searchPath('topics', code) }))}
        />
      ),
    ],
    [
      formatMessage({ id: 'organisation.seat' }),
      seat && <Link href={areaPath(seat.code)}>{seat.name}</Link>,
    ],
    [
      formatMessage({ id: 'organisation.parent' }),
      parent && (
        <Link href={organisationPath(parent.id)}>
          <bdi>{parent.name}</bdi>
        </Link>
      ),
    ],
    [
      formatMessage({ id: 'organisation.membership' }),
      membership &&
        formatMessage(
          { id: 'organisation.membershipFigure' },
          { count: membership.count, year: String(membership.year) },
        ),
    ],
    [
      formatMessage({ id: 'organisation.number' }),
      number && (
        <>
          <span className="number-line">
            <bdi dir="ltr">{number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}</bdi>
            <CopyButton value={number} />
          </span>
          <a href={`https://virksomhet.brreg.no/nb/oppslag/enheter/${number}`} rel="noreferrer">
            {formatMessage({ id: 'organisation.inRegister' })}
          </a>
        </>
      ),
    ],
  ];

  return (
    <dl className="facts">
      {facts.map(
        ([name, fact]) =>
          fact && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
