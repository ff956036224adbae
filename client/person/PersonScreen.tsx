import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { RecordHistory } from '#client/access/RecordHistory.tsx';
import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { ContactPoints_point } from '#client/organisation/ContactPoints.tsx';
import { FreshnessNote, FreshnessNote_freshness } from '#client/organisation/FreshnessNote.tsx';
import { Sources, Sources_source } from '#client/organisation/Sources.tsx';
import { areaPath, personPath, searchPath } from '#client/paths.ts';
import { LinkList } from '#client/ui/LinkList.tsx';
import { LedHereNote } from '#client/ui/LedHereNote.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProfileSkeleton } from '#client/ui/ProfileSkeleton.tsx';
import { Section } from '#client/ui/Section.tsx';
import { useLedHere } from '#client/ui/useLedHere.ts';
import { placeName } from '#client/vocabulary/placeName.ts';
import { AffiliationHistory, AffiliationHistory_affiliation } from './AffiliationHistory.tsx';
import { ErasePerson, ErasePerson_person } from './ErasePerson.tsx';
import { PersonConsents } from './PersonConsents.tsx';
import { PersonContact } from './PersonContact.tsx';
import { PersonLanguages, PersonLanguages_language } from './PersonLanguages.tsx';

export const PersonScreen_query = graphql(
  `
    query PersonScreen($id: ID!) {
      person(id: $id) {
        id
        name
        ...ErasePerson_person
        willingness
        areas {
          code
          name
          kind
          parent {
            code
            name
          }
        }
        topics {
          code
          name
        }
        languages {
          ...PersonLanguages_language
        }
        freshness {
          ...FreshnessNote_freshness
        }
        contactPoints {
          ...ContactPoints_point
        }
        current: affiliations(current: true, first: 50) {
          nodes {
            ...AffiliationHistory_affiliation
          }
        }
        former: affiliations(current: false, first: 50) {
          nodes {
            ...AffiliationHistory_affiliation
          }
        }
        sources {
          ...Sources_source
        }
      }
    }
  `,
  [
    ErasePerson_person,
    PersonLanguages_language,
    FreshnessNote_freshness,
    ContactPoints_point,
    AffiliationHistory_affiliation,
    Sources_source,
  ],
);

/** Person. What they are willing to do, in which languages, how to reach them, and through what they are known. */
export function PersonScreen({
  id,
  more,
}: {
  id: string;
  /** What slices to the right add to it. */
  more?: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const seesConsents = useMay('consent.read');
  const [result] = useQuery({ query: PersonScreen_query, variables: { id } });
  const isLedHere = useLedHere(id, result.data?.person?.id, personPath);

  return (
    <Loaded result={result} waiting={<ProfileSkeleton />}>
      {({ person }) => {
        if (!person) return <NotFoundScreen />;
        const { name, willingness, areas, topics, languages, sources } = person;
        return (
          <Page title={name} heading={<bdi>{name}</bdi>}>
            <link rel="canonical" href={personPath(person.id)} />
            <div className="profile-intro">
              {isLedHere && <LedHereNote />}
              <FreshnessNote freshness={person.freshness} />
            </div>
            <div className="profile">
              <div>
                <Section id="kontakt" title={formatMessage({ id: 'organisation.contact' })}>
                  <PersonContact person={person} points={person.contactPoints} />
                </Section>
                <Section id="tilknytning" title={formatMessage({ id: 'person.affiliations' })}>
                  <AffiliationHistory current={person.current.nodes} former={person.former.nodes} />
                </Section>
              </div>
              <div>
                <Section id="vilje" title={formatMessage({ id: 'person.willingness' })}>
                  {willingness.length > 0 ? (
                    <ul className="plain-list">
                      {willingness.map((kind) => (
                        <li key={kind}>{formatMessage({ id: `willingness.${kind}` })}</li>
                      ))}
                    </ul>
                  ) : (
                    <p className="quiet">{formatMessage({ id: 'person.noWillingness' })}</p>
                  )}
                </Section>
                {languages.length > 0 && (
                  <Section id="sprak" title={formatMessage({ id: 'person.languages' })}>
                    <PersonLanguages languages={languages} />
                  </Section>
                )}
                {areas.length > 0 && (
                  <Section id="omrader" title={formatMessage({ id: 'person.areas' })}>
                    <LinkList
                      links={areas.map((area) => ({
                        name: placeName(area),
                        address: areaPath(area.code),
                      }))}
                    />
                  </Section>
                )}
                {topics.length > 0 && (
                  <Section id="temaer" title={formatMessage({ id: 'person.topics' })}>
                    <LinkList
                      links={topics.map((topic) => ({
                        name: topic.name,
                        address: searchPath('topics', topic.code),
                      }))}
                    />
                  </Section>
                )}
                {seesConsents && <PersonConsents person={person} />}
                {more}
                {sources.length > 0 && (
                  <Section id="kilder" title={formatMessage({ id: 'organisation.sources' })}>
                    <Sources sources={sources} />
                  </Section>
                )}
                <RecordHistory kind="person" id={id} />
              </div>
            </div>
            <ErasePerson person={person} />
          </Page>
        );
      }}
    </Loaded>
  );
}
