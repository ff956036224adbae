import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { contactText } from '#client/organisation/contactText.ts';
import { placeName } from '#client/vocabulary/placeName.ts';

export const CallFacts_organisation = graphql(`
  fragment CallFacts_organisation on Organisation {
    name
    kind
    contactPoints {
      id
      channel
      value
    }
    languages {
      name
    }
    communities {
      name
    }
    topics {
      name
    }
    servedAreas {
      kind
      name
      parent {
        name
      }
    }
    affiliations(current: true, first: 10) {
      nodes {
        id
        role
        title
        person {
          name
        }
      }
    }
  }
`);

/** The groups that are read out, as the API names them. */
export type Group =
  | 'NAME'
  | 'CONTACT'
  | 'PEOPLE'
  | 'LANGUAGES'
  | 'AREAS'
  | 'TOPICS'
  // Those of people, which nothing here is asked about.
  | 'WILLINGNESS'
  | 'AFFILIATIONS';

/** Det som skal bekreftes. What stands in the register of each group that is uncertain, to be read out; a tick says that it was found right. */
export function CallFacts({
  organisation,
  groups,
  right,
  onTick,
}: {
  organisation: FragmentOf<typeof CallFacts_organisation>;
  groups: readonly Group[];
  right: ReadonlySet<Group>;
  onTick: (group: Group, isRight: boolean) => void;
}) {
  const { formatMessage } = useIntl();
  const it = readFragment(CallFacts_organisation, organisation);
  const named = (terms: readonly { readonly name: string }[]) => terms.map(({ name }) => name);
  const facts: Partial<Record<Group, readonly string[]>> = {
    NAME: [it.name, formatMessage({ id: `organisationKind.${it.kind}` })],
    CONTACT: it.contactPoints.map(
      ({ channel, value }) =>
        `${formatMessage({ id: `contactChannel.${channel}` })} ${contactText(channel, value)}`,
    ),
    PEOPLE: it.affiliations.nodes.map(
      ({ person, title, role }) =>
        `${person.name}, ${title ?? formatMessage({ id: `affiliationRole.${role}` })}`,
    ),
    LANGUAGES: [...named(it.languages), ...named(it.communities)],
    AREAS: it.servedAreas.map(placeName),
    TOPICS: named(it.topics),
  };

  return (
    <fieldset className="call-facts">
      <legend>{formatMessage({ id: 'call.readOut' })}</legend>
      {groups.map((group) => (
        <label key={group} className="choice">
          <input
            type="checkbox"
            className="ds-input"
            checked={right.has(group)}
            onChange={({ target }) => onTick(group, target.checked)}
          />
          <span className="choice-label">
            <strong>{formatMessage({ id: `fieldGroup.${group}` })}</strong>
            {facts[group]?.length ? (
              facts[group].map((fact) => (
                <bdi key={fact} className="call-fact">
                  {fact}
                </bdi>
              ))
            ) : (
              <span className="call-fact quiet">{formatMessage({ id: 'form.notSaid' })}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
