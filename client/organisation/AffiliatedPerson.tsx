import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { personPath } from '#client/paths.ts';
import { affiliated_affiliation } from './affiliated.ts';
import { AffiliatedTools } from './AffiliatedTools.tsx';
import { ContactAction_point } from './ContactAction.tsx';
import { ContactOfPerson } from './ContactOfPerson.tsx';
import { Period } from './Period.tsx';

export const AffiliatedPerson_affiliation = graphql(
  `
    fragment AffiliatedPerson_affiliation on Affiliation {
      id
      ...affiliated_affiliation
      role
      title
      since
      until
      isPrimary
      person {
        id
        name
        languages {
          speaks
          language {
            code
            name
          }
        }
        contactPoints {
          id
          ...ContactAction_point
        }
      }
    }
  `,
  [affiliated_affiliation, ContactAction_point],
);

/** Tilknyttet person. Who they are here, what they speak, and the way to reach them now. */
export function AffiliatedPerson({
  affiliation,
}: {
  affiliation: FragmentOf<typeof AffiliatedPerson_affiliation>;
}) {
  const { formatMessage, formatList } = useIntl();
  const inSentence = useInSentence();
  const it = readFragment(AffiliatedPerson_affiliation, affiliation);
  const { person, role, title, since, until, isPrimary } = it;
  const spoken = person.languages
    .filter(({ speaks }) => speaks)
    .map(({ language }) => inSentence(language.name));

  return (
    <li className="affiliated">
      <div>
        <p className="affiliated-name">
          <Link href={personPath(person.id)}>
            <bdi>{person.name}</bdi>
          </Link>
          {isPrimary && !until && (
            <span className="tag">{formatMessage({ id: 'organisation.askFirst' })}</span>
          )}
        </p>
        <p className="quiet">
          {title ? <bdi>{title}</bdi> : formatMessage({ id: `affiliationRole.${role}` })}
          {', '}
          <Period since={since} until={until} />
        </p>
        {spoken.length > 0 && (
          <p className="quiet">
            {formatMessage({ id: 'organisation.speaks' }, { languages: formatList(spoken) })}
          </p>
        )}
        <AffiliatedTools affiliation={it} />
      </div>
      {!until && <ContactOfPerson person={person} points={person.contactPoints} />}
    </li>
  );
}
