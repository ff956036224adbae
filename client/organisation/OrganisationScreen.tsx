import { lazy, type ReactNode, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { RecordHistory } from '#client/access/RecordHistory.tsx';
import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { organisationPath } from '#client/paths.ts';
import { LedHereNote } from '#client/ui/LedHereNote.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProfileSkeleton } from '#client/ui/ProfileSkeleton.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { useLedHere } from '#client/ui/useLedHere.ts';
import {
  AffiliatedPeople,
  AffiliatedPeople_organisation,
  AffiliatedPeople_page,
} from './AffiliatedPeople.tsx';
import {
  ArchivedOrganisation,
  ArchiveOrganisation,
  ArchiveOrganisation_organisation,
} from './ArchiveOrganisation.tsx';
import { Branches, Branches_page } from './Branches.tsx';
import { ContactPoints, ContactPoints_point } from './ContactPoints.tsx';
import { FreshnessNote, FreshnessNote_freshness } from './FreshnessNote.tsx';
import { OrganisationFacts, OrganisationFacts_organisation } from './OrganisationFacts.tsx';
import { organisationFacts_organisation } from './organisationFacts.ts';
import { OrganisationNames, OrganisationNames_name } from './OrganisationNames.tsx';
import { Sources, Sources_source } from './Sources.tsx';
import { TrustCatchments } from './TrustCatchments.tsx';

export const OrganisationScreen_query = graphql(
  `
    query OrganisationScreen($id: ID!) {
      organisation(id: $id) {
        id
        name
        kind
        closedOn
        lacksContact
        viewerMay {
          correct
          sendLink
        }
        ...ArchiveOrganisation_organisation
        ...organisationFacts_organisation
        names {
          ...OrganisationNames_name
        }
        freshness {
          ...FreshnessNote_freshness
        }
        contactPoints {
          id
          channel
          value
          language {
            code
          }
          ...ContactPoints_point
        }
        ...AffiliatedPeople_organisation
        affiliations(current: true, first: 20) {
          ...AffiliatedPeople_page
        }
        branches(first: 20) {
          totalCount
          ...Branches_page
        }
        sources {
          ...Sources_source
        }
        ...OrganisationFacts_organisation
      }
    }
  `,
  [
    OrganisationNames_name,
    FreshnessNote_freshness,
    ContactPoints_point,
    AffiliatedPeople_organisation,
    AffiliatedPeople_page,
    Branches_page,
    Sources_source,
    OrganisationFacts_organisation,
    ArchiveOrganisation_organisation,
    organisationFacts_organisation,
  ],
);

/** For the few who may send them; the others never fetch it. */
const PersonalLinks = lazy(async () => {
  const { PersonalLinks: section } = await import('#client/access/PersonalLinks.tsx');
  return { default: section };
});

const EditOrganisationForm = lazy(async () => {
  const { EditOrganisationForm: form } = await import('./EditOrganisationForm.tsx');
  return { default: form };
});

/** Kinds that people of an area are directed to. */
const trusts: readonly string[] = ['HEALTH_TRUST', 'HOSPITAL'];

/** Virksomhet. How to reach it, through whom, and what it is. */
export function OrganisationScreen({
  id,
  more,
}: {
  id: string;
  /** What slices to the right have to tell of it. */
  more?: ReactNode;
}) {
  const { formatMessage, formatDate } = useIntl();
  const [asked, ask] = useAsked('rediger');
  const [result] = useQuery({ query: OrganisationScreen_query, variables: { id } });
  const isLedHere = useLedHere(id, result.data?.organisation?.id, organisationPath);

  return (
    <Loaded result={result} waiting={<ProfileSkeleton />}>
      {({ organisation }) => {
        if (!organisation) return <NotFoundScreen />;
        const { name, kind, closedOn, contactPoints, branches, sources, viewerMay } = organisation;
        if (asked && viewerMay.correct) {
          return (
            <Page title={formatMessage({ id: 'organisation.editWhich' }, { name })}>
              <Suspense fallback={<Skeleton lines={8} />}>
                <EditOrganisationForm
                  organisation={organisation}
                  onSaved={() => ask(null)}
                  onCancel={() => ask(null)}
                />
              </Suspense>
            </Page>
          );
        }
        return (
          <Page title={name} heading={<bdi>{name}</bdi>}>
            <link rel="canonical" href={organisationPath(organisation.id)} />
            <div className="profile-intro">
              <ArchivedOrganisation organisation={organisation} />
              <p className="profile-kind">{formatMessage({ id: `organisationKind.${kind}` })}</p>
              <OrganisationNames names={organisation.names} />
              {closedOn && (
                <p className="ds-alert" data-color="danger">
                  {formatMessage(
                    { id: 'organisation.closed' },
                    { date: formatDate(closedOn, { dateStyle: 'long', timeZone: 'UTC' }) },
                  )}
                </p>
              )}
              {organisation.lacksContact && (
                <p className="ds-alert" data-color="warning">
                  {formatMessage({ id: 'organisation.lacksContact' })}
                </p>
              )}
              {isLedHere && <LedHereNote />}
              <FreshnessNote freshness={organisation.freshness} />
              {viewerMay.correct && (
                <div className="form-actions">
                  <button
                    type="button"
                    className="ds-button"
                    data-variant="secondary"
                    data-shortcut="e"
                    onClick={() => ask('ja')}
                  >
                    {formatMessage({ id: 'organisation.edit' })}
                  </button>
                  <ArchiveOrganisation organisation={organisation} />
                </div>
              )}
            </div>
            <div className="profile">
              <div>
                <Section id="kontakt" title={formatMessage({ id: 'organisation.contact' })}>
                  <ContactPoints points={contactPoints} mayMend={viewerMay.correct} />
                </Section>
                <AffiliatedPeople organisation={organisation} current={organisation.affiliations} />
                {trusts.includes(kind) && <TrustCatchments organisationId={id} />}
                {branches.totalCount > 0 && (
                  <Section
                    id="underliggende"
                    title={formatMessage(
                      { id: 'organisation.branches' },
                      { count: branches.totalCount },
                    )}
                  >
                    <Branches organisationId={id} page={branches} />
                  </Section>
                )}
              </div>
              <div>
                <Section id="om" title={formatMessage({ id: 'organisation.facts' })}>
                  <OrganisationFacts organisation={organisation} />
                </Section>
                {more && <Suspense>{more}</Suspense>}
                {viewerMay.sendLink && (
                  <Suspense>
                    <PersonalLinks
                      recordId={id}
                      name={name}
                      addresses={contactPoints
                        .filter(({ channel }) => channel === 'EMAIL' || channel === 'SMS')
                        .map((point) => ({ ...point, language: point.language?.code ?? null }))}
                    />
                  </Suspense>
                )}
                {sources.length > 0 && (
                  <Section id="kilder" title={formatMessage({ id: 'organisation.sources' })}>
                    <Sources sources={sources} />
                  </Section>
                )}
                <RecordHistory kind="organisation" id={id} />
              </div>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
