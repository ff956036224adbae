import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { contactLink } from '#client/organisation/contactLink.ts';
import {
  contactOrder_point,
  contactState,
  inContactOrder,
} from '#client/organisation/contactOrder.ts';
import { contactText } from '#client/organisation/contactText.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import { Enumeration } from './Enumeration.tsx';
import { FreshnessMark, FreshnessMark_freshness } from './FreshnessMark.tsx';
import { useSpoken } from './useSpoken.ts';
import { WhyMatched_reason } from './WhyMatched.tsx';

const ContactSheetRow_point = graphql(
  `
    fragment ContactSheetRow_point on ContactPoint {
      ...contactOrder_point
      id
      channel
      value
      isMasked
      label
      hours
      lastWorkedOn
      bouncedOn
      ... on PersonContactPoint {
        whyMasked
      }
    }
  `,
  [contactOrder_point],
);

export const ContactSheetRow_hit = graphql(
  `
    fragment ContactSheetRow_hit on SearchHit {
      __typename
      ... on OrganisationHit {
        id
        freshness {
          ...FreshnessMark_freshness
        }
        why {
          ...WhyMatched_reason
        }
        organisation {
          id
          name
          kind
          languages {
            code
            name
          }
          servedAreas {
            code
            name
          }
          contactPoints {
            ...ContactSheetRow_point
          }
          affiliations(current: true, first: 1) {
            nodes {
              id
              role
              title
              person {
                id
                name
                contactPoints {
                  ...ContactSheetRow_point
                }
              }
            }
          }
        }
      }
      ... on PersonHit {
        id
        freshness {
          ...FreshnessMark_freshness
        }
        why {
          ...WhyMatched_reason
        }
        person {
          id
          name
          areas {
            code
            name
          }
          languages {
            speaks
            language {
              code
              name
            }
          }
          contactPoints {
            ...ContactSheetRow_point
          }
          affiliations(current: true, first: 1) {
            nodes {
              id
              role
              title
              organisation {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [ContactSheetRow_point, FreshnessMark_freshness, WhyMatched_reason],
);

/** How many ways to reach somebody there is room for on paper. */
const most = 3;

/** How many people there are whose details a sheet of these shows in full. */
export function peopleShownIn(hits: readonly FragmentOf<typeof ContactSheetRow_hit>[]): number {
  const people = readFragment(ContactSheetRow_hit, hits).flatMap((hit) =>
    hit.__typename === 'PersonHit'
      ? [hit.person]
      : hit.organisation.affiliations.nodes.map(({ person }) => person),
  );
  const shown = people.filter(({ contactPoints }) =>
    readFragment(ContactSheetRow_point, contactPoints).some(({ isMasked }) => !isMasked),
  );
  return new Set(shown.map(({ id }) => id)).size;
}

/** En linje på kontaktarket. Who, what they speak and where, how to reach them, and room to note that one did. */
export function ContactSheetRow({ hit }: { hit: FragmentOf<typeof ContactSheetRow_hit> }) {
  const { formatMessage } = useIntl();
  const found = readFragment(ContactSheetRow_hit, hit);
  const spoken = useSpoken();
  const wanted = spoken.wanted(found.why);

  if (found.__typename === 'OrganisationHit') {
    const { organisation } = found;
    const [first] = organisation.affiliations.nodes;
    return (
      <Row
        name={organisation.name}
        address={organisationPath(organisation.id)}
        about={formatMessage({ id: `organisationKind.${organisation.kind}` })}
        freshness={found.freshness}
        languages={organisation.languages.map(({ name }) => spoken.language(name))}
        areas={organisation.servedAreas.map(({ name }) => name)}
        wanted={wanted}
      >
        <Contacts points={organisation.contactPoints} room={first ? most - 1 : most} />
        {first && (
          <div className="sheet-person">
            <bdi>{first.person.name}</bdi>
            {', '}
            {first.title ?? formatMessage({ id: `affiliationRole.${first.role}` }).toLowerCase()}
            <Contacts points={first.person.contactPoints} room={1} />
          </div>
        )}
      </Row>
    );
  }

  const { person } = found;
  const [first] = person.affiliations.nodes;
  return (
    <Row
      name={person.name}
      address={personPath(person.id)}
      about={
        first ? (
          <>
            {first.title ?? formatMessage({ id: `affiliationRole.${first.role}` })}
            {', '}
            <bdi>{first.organisation.name}</bdi>
          </>
        ) : (
          formatMessage({ id: 'directory.resourcePerson' })
        )
      }
      freshness={found.freshness}
      languages={person.languages.flatMap(({ language, speaks }) =>
        speaks ? spoken.language(language.name, speaks) : [],
      )}
      areas={person.areas.map(({ name }) => name)}
      wanted={wanted}
    >
      <Contacts points={person.contactPoints} room={most} />
    </Row>
  );
}

function Row({
  name,
  address,
  about,
  freshness,
  languages,
  areas,
  wanted,
  children,
}: {
  name: string;
  address: string;
  about: ReactNode;
  freshness: FragmentOf<typeof FreshnessMark_freshness>;
  languages: readonly string[];
  areas: readonly string[];
  /** What of the languages and areas was asked for, and so stands first. */
  wanted: readonly string[];
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  return (
    <tr>
      <th scope="row">
        <Link href={address}>
          <bdi>{name}</bdi>
        </Link>
        <p>{about}</p>
        <p>
          <FreshnessMark freshness={freshness} />
        </p>
      </th>
      <td>
        <p>
          <Enumeration values={languages} wanted={wanted} />
        </p>
        <p className="quiet">
          <Enumeration values={areas} wanted={wanted} />
        </p>
      </td>
      <td>{children}</td>
      <td className="sheet-reached">{formatMessage({ id: 'contactSheet.reachedBox' })}</td>
    </tr>
  );
}

type Point = ResultOf<typeof ContactSheetRow_point>;

function Contacts({
  points,
  room,
}: {
  points: readonly FragmentOf<typeof ContactSheetRow_point>[];
  room: number;
}) {
  const { formatMessage } = useIntl();
  const inOrder = inContactOrder(readFragment(ContactSheetRow_point, points));
  // Paper cannot be pressed, so what answers goes before pages, and what failed gives way to what may not have.
  const isPage = ({ channel }: Point) => ['FACEBOOK', 'SPOND', 'WEBSITE'].includes(channel);
  const answers = inOrder.filter((point) => !isPage(point));
  const hopeful = answers.filter((point) => contactState(point) !== 'bounced');
  const onPaper = [hopeful, answers, inOrder].find((list) => list.length > 0) ?? [];

  if (inOrder.length === 0) {
    return <p className="quiet">{formatMessage({ id: 'contactSheet.noContact' })}</p>;
  }
  return (
    <ul>
      {onPaper.slice(0, room).map((point) => (
        <li key={point.id}>
          <Contact {...point} />
        </li>
      ))}
    </ul>
  );
}

function Contact(point: Point) {
  const { formatMessage } = useIntl();
  const { channel, value, isMasked, label, hours } = point;
  const href = isMasked ? null : contactLink(channel, value);
  const text = <bdi>{isMasked ? value : contactText(channel, value.replaceAll('\n', ', '))}</bdi>;
  const about = [
    label,
    hours,
    'whyMasked' in point &&
      point.whyMasked &&
      formatMessage({ id: `contactSheet.why.${point.whyMasked}` }),
    contactState(point) === 'bounced' && formatMessage({ id: 'contactSheet.bounced' }),
  ]
    .filter(Boolean)
    .join(', ');

  return (
    <>
      <span className="quiet">{formatMessage({ id: `contactChannel.${channel}` })}</span>{' '}
      {href ? <a href={href}>{text}</a> : text}
      {about && <span className="quiet"> ({about})</span>}
    </>
  );
}
