import { memo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { ContactAction, ContactAction_point } from '#client/organisation/ContactAction.tsx';
import { ContactOfPerson } from '#client/organisation/ContactOfPerson.tsx';
import { Series } from '#client/ui/Series.tsx';
import { ChooseHit } from './bulk/ChooseHit.tsx';
import { Enumeration } from './Enumeration.tsx';
import { FreshnessMark, FreshnessMark_freshness } from './FreshnessMark.tsx';
import { useSpoken } from './useSpoken.ts';
import { WhyMatched, WhyMatched_reason } from './WhyMatched.tsx';

export const HitRow_hit = graphql(
  `
    fragment HitRow_hit on SearchHit {
      __typename
      ... on OrganisationHit {
        id
        why {
          ...WhyMatched_reason
        }
        freshness {
          ...FreshnessMark_freshness
        }
        organisation {
          id
          name
          kind
          seat {
            code
            name
          }
          servedAreas {
            code
            name
          }
          languages {
            code
            name
          }
          contactPoints {
            ...ContactAction_point
          }
        }
      }
      ... on PersonHit {
        id
        why {
          ...WhyMatched_reason
        }
        freshness {
          ...FreshnessMark_freshness
        }
        person {
          id
          name
          areas {
            code
            name
          }
          languages {
            language {
              code
              name
            }
            speaks
          }
          contactPoints {
            ...ContactAction_point
          }
          affiliations(current: true, first: 2) {
            nodes {
              id
              role
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
  [WhyMatched_reason, FreshnessMark_freshness, ContactAction_point],
);

/** Treff. Who it is, why it was found, how fresh it is, and the way to reach it. A hit that stays is not drawn again. */
export const HitRow = memo(function HitRow({ hit }: { hit: FragmentOf<typeof HitRow_hit> }) {
  const { formatMessage } = useIntl();
  const spoken = useSpoken();
  const found = readFragment(HitRow_hit, hit);
  const wanted = spoken.wanted(found.why);

  if (found.__typename === 'OrganisationHit') {
    const { organisation } = found;
    const places =
      organisation.servedAreas.length > 0 ? organisation.servedAreas : [organisation.seat];
    return (
      <Row
        name={organisation.name}
        address={`/virksomhet/${organisation.id}`}
        id={organisation.id}
        what={[formatMessage({ id: `organisationKind.${organisation.kind}` })]}
        places={places.flatMap((place) => place?.name ?? [])}
        why={<WhyMatched reasons={found.why} subject="ORGANISATION" />}
        freshness={<FreshnessMark freshness={found.freshness} />}
        languages={organisation.languages.map(({ name }) => spoken.language(name))}
        wanted={wanted}
        action={<ContactAction points={organisation.contactPoints} name={organisation.name} />}
      />
    );
  }

  const { person } = found;
  const roles = person.affiliations.nodes.map(({ id, role, organisation }) => (
    <span key={id}>
      {formatMessage({ id: `affiliationRole.${role}` })}, <bdi>{organisation.name}</bdi>
    </span>
  ));
  return (
    <Row
      name={person.name}
      address={`/person/${person.id}`}
      id={person.id}
      what={roles.length > 0 ? roles : [formatMessage({ id: 'directory.resourcePerson' })]}
      places={person.areas.map(({ name }) => name)}
      why={<WhyMatched reasons={found.why} subject="PERSON" />}
      freshness={<FreshnessMark freshness={found.freshness} />}
      languages={person.languages.map(({ language, speaks }) =>
        spoken.language(language.name, speaks),
      )}
      wanted={wanted}
      action={<ContactOfPerson person={person} points={person.contactPoints} />}
    />
  );
});

function Row({
  name,
  address,
  id,
  what,
  places,
  why,
  freshness,
  languages,
  wanted,
  action,
}: {
  name: string;
  address: string;
  id: string;
  what: readonly ReactNode[];
  places: readonly string[];
  why: ReactNode;
  freshness: ReactNode;
  languages: readonly string[];
  /** What of the places and languages was asked for, and so stands first. */
  wanted: readonly string[];
  action: ReactNode;
}) {
  return (
    <li className="hit">
      <ChooseHit id={id} name={name} />
      <div className="hit-text">
        <h3 className="hit-name">
          <Link href={address} data-hit={id}>
            <bdi>{name}</bdi>
          </Link>
        </h3>
        <p>
          <Series>
            {what}
            {places.length > 0 && <Enumeration values={places} wanted={wanted} />}
          </Series>
        </p>
        {why}
        <p className="hit-facts">
          <Series>
            {freshness}
            {languages.length > 0 && <Enumeration values={languages} wanted={wanted} />}
          </Series>
        </p>
      </div>
      <div className="hit-action">{action}</div>
    </li>
  );
}
