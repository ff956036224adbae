import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { ContactAction_point } from '#client/organisation/ContactAction.tsx';
import { ContactOfPerson } from '#client/organisation/ContactOfPerson.tsx';
import { ContactPoints, ContactPoints_point } from '#client/organisation/ContactPoints.tsx';

export const CallNumbers_organisation = graphql(
  `
    fragment CallNumbers_organisation on Organisation {
      id
      viewerMay {
        correct
      }
      contactPoints {
        id
        ...ContactPoints_point
      }
      affiliations(current: true, first: 10) {
        nodes {
          id
          role
          title
          person {
            id
            name
            contactPoints {
              id
              ...ContactAction_point
            }
          }
        }
      }
    }
  `,
  [ContactAction_point, ContactPoints_point],
);

/** Hvor vi ringer. The organisation's own numbers, then its people: theirs are masked until somebody asks, and each look is logged. */
export function CallNumbers({
  organisation,
}: {
  organisation: FragmentOf<typeof CallNumbers_organisation>;
}) {
  const { formatMessage } = useIntl();
  const it = readFragment(CallNumbers_organisation, organisation);

  return (
    <div className="call-numbers">
      <ContactPoints points={it.contactPoints} mayMend={it.viewerMay.correct} />
      {it.affiliations.nodes.map(({ id, role, title, person }) => (
        <div key={id} className="call-person">
          <p>
            <bdi>{person.name}</bdi>
            <span className="quiet">
              {', '}
              {title ?? formatMessage({ id: `affiliationRole.${role}` })}
            </span>
          </p>
          <ContactOfPerson person={person} points={person.contactPoints} />
        </div>
      ))}
    </div>
  );
}
