import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { RecordHistory } from '#client/access/RecordHistory.tsx';
import { useAsked } from '#client/access/useAsked.ts';
import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { AffiliatedAdd } from '#client/organisation/AffiliatedAdd.tsx';
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
import { ContactAwaitsConsent } from './ContactAwaitsConsent.tsx';
import { EditPersonForm, type Saved } from './EditPersonForm.tsx';
import { ErasePerson, ErasePerson_person } from './ErasePerson.tsx';
import { PersonConsents } from './PersonConsents.tsx';
import { PersonContact } from './PersonContact.tsx';
import { personFacts_person } from './personFacts.ts';
import { PersonLanguages, PersonLanguages_language } from './PersonLanguages.tsx';
import { ArchivedPerson, PutAwayPerson, PutAwayPerson_person } from './PutAwayPerson.tsx';

export const PersonScreen_query = graphql(
  `
    query PersonScreen($id: ID!) {
      person(id: $id) {
        id
        name
        ...ErasePerson_person
        ...PutAwayPerson_person
        ...personFacts_person
        viewerMay {
          edit
        }
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
    PutAwayPerson_person,
    personFacts_person,
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
  const mayWrite = useMay('register.write');
  const [asked, ask] = useAsked('rediger');
  const [saved, setSaved] = useState<Saved | null>(null);
  const [result] = useQuery({ query: PersonScreen_query, variables: { id } });
  const isLedHere = useLedHere(id, result.data?.person?.id, personPath);

  return (
    <Loaded result={result} waiting={<ProfileSkeleton />}>
      {({ person }) => {
        if (!person) return <NotFoundScreen />;
        const { name, willingness, areas, topics, languages, sources, viewerMay } = person;
        if (asked && viewerMay.edit) {
          return (
            <Page title={formatMessage({ id: 'person.editWhom' }, { name })}>
              <EditPersonForm
                person={person}
                onSaved={(what) => {
                  setSaved(what);
                  ask(null);
                }}
                onCancel={() => ask(null)}
              />
            </Page>
          );
        }
        return (
          <Page title={name} heading={<bdi>{name}</bdi>}>
            <link rel="canonical" href={personPath(person.id)} />
            <div className="profile-intro">
              {isLedHere && <LedHereNote />}
              <ArchivedPerson person={person} />
              <FreshnessNote freshness={person.freshness} />
              {viewerMay.edit && (
                <div className="form-actions">
                  <button
                    type="button"
                    className="ds-button"
                    data-variant="secondary"
                    data-shortcut="e"
                    onClick={() => ask('ja')}
                  >
                    {formatMessage({ id: 'person.edit' })}
                  </button>
                  <PutAwayPerson person={person} />
                </div>
              )}
              {saved?.hasNewContact && <ContactAwaitsConsent person={person} />}
            </div>
            <div className="profile">
              <div>
                <Section id="kontakt" title={formatMessage({ id: 'organisation.contact' })}>
                  <PersonContact
                    person={person}
                    points={person.contactPoints}
                    mayMend={viewerMay.edit}
                  />
                </Section>
                <Section
                  id="tilknytning"
                  title={formatMessage({ id: 'person.affiliations' })}
                  tools={mayWrite && <AffiliatedAdd person={person} />}
                >
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
