import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { ForThoseWhoMay } from './access/ForThoseWhoMay.tsx';
import { ExportButton } from './directory/export/ExportButton.tsx';
import { SearchScreen } from './directory/SearchScreen.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import {
  archivePath,
  callListPath,
  deadlinesPath,
  audiencesPath,
  bulkEditsPath,
  changesPath,
  exportsPath,
  importsPath,
  newOrganisationPath,
  newPersonPath,
  readsPath,
  successionsPath,
  workPath,
  duplicatesPath,
  newRoundPath,
  roundsPath,
} from './paths.ts';

const profiles = {
  organisation: () => import('./organisation/OrganisationScreen.tsx'),
  person: () => import('./person/PersonScreen.tsx'),
};

const OrganisationScreen = lazy(async () => {
  const { OrganisationScreen: screen } = await profiles.organisation();
  return { default: screen };
});
const ArchiveScreen = lazy(async () => {
  const { ArchiveScreen: screen } = await import('./directory/ArchiveScreen.tsx');
  return { default: screen };
});
const CreateOrganisationScreen = lazy(async () => {
  const { CreateOrganisationScreen: screen } =
    await import('./directory/CreateOrganisationScreen.tsx');
  return { default: screen };
});
const Verifications = lazy(async () => {
  const { Verifications: section } = await import('./review/Verifications.tsx');
  return { default: section };
});
const PersonVerifications = lazy(async () => {
  const { PersonVerifications: section } = await import('./review/PersonVerifications.tsx');
  return { default: section };
});
const PersonScreen = lazy(async () => {
  const { PersonScreen: screen } = await profiles.person();
  return { default: screen };
});
const AreaScreen = lazy(async () => {
  const { AreaScreen: screen } = await import('./vocabulary/AreaScreen.tsx');
  return { default: screen };
});
const ContactSheetScreen = lazy(async () => {
  const { ContactSheetScreen: screen } = await import('./directory/ContactSheetScreen.tsx');
  return { default: screen };
});
const AudiencesScreen = lazy(async () => {
  const { AudiencesScreen: screen } = await import('./directory/audience/AudiencesScreen.tsx');
  return { default: screen };
});
const AudienceScreen = lazy(async () => {
  const { AudienceScreen: screen } = await import('./directory/audience/AudienceScreen.tsx');
  return { default: screen };
});
const AccountScreen = lazy(async () => {
  const { AccountScreen: screen } = await import('./access/AccountScreen.tsx');
  return { default: screen };
});
const StaffScreen = lazy(async () => {
  const { StaffScreen: screen } = await import('./access/StaffScreen.tsx');
  return { default: screen };
});
const CallListScreen = lazy(async () => {
  const { CallListScreen: screen } = await import('./review/call/CallListScreen.tsx');
  return { default: screen };
});
const CallerLanguages = lazy(async () => {
  const { CallerLanguages: section } = await import('./review/call/CallerLanguages.tsx');
  return { default: section };
});
const DeadlinesScreen = lazy(async () => {
  const { DeadlinesScreen: screen } = await import('./review/deadline/DeadlinesScreen.tsx');
  return { default: screen };
});
const RoundsScreen = lazy(async () => {
  const { RoundsScreen: screen } = await import('./review/progress/RoundsScreen.tsx');
  return { default: screen };
});
const NewRoundScreen = lazy(async () => {
  const { NewRoundScreen: screen } = await import('./review/progress/NewRoundScreen.tsx');
  return { default: screen };
});
const RoundScreen = lazy(async () => {
  const { RoundScreen: screen } = await import('./review/progress/RoundScreen.tsx');
  return { default: screen };
});
const RoundRequestsScreen = lazy(async () => {
  const { RoundRequestsScreen: screen } = await import('./review/progress/RoundRequestsScreen.tsx');
  return { default: screen };
});
const AnnexScreen = lazy(async () => {
  const { AnnexScreen: screen } = await import('./review/progress/AnnexScreen.tsx');
  return { default: screen };
});
const StopsScreen = lazy(async () => {
  const { StopsScreen: screen } = await import('./review/StopsScreen.tsx');
  return { default: screen };
});
const ChangeProposalsScreen = lazy(async () => {
  const { ChangeProposalsScreen: screen } = await import('./review/ChangeProposalsScreen.tsx');
  return { default: screen };
});
const SuccessionsScreen = lazy(async () => {
  const { SuccessionsScreen: screen } = await import('./review/handover/SuccessionsScreen.tsx');
  return { default: screen };
});
const ReportSuccession = lazy(async () => {
  const { ReportSuccession: section } = await import('./review/handover/ReportSuccession.tsx');
  return { default: section };
});
const TokensScreen = lazy(async () => {
  const { TokensScreen: screen } = await import('./access/TokensScreen.tsx');
  return { default: screen };
});
const ChangesScreen = lazy(async () => {
  const { ChangesScreen: screen } = await import('./access/ChangesScreen.tsx');
  return { default: screen };
});
const ReadsScreen = lazy(async () => {
  const { ReadsScreen: screen } = await import('./access/ReadsScreen.tsx');
  return { default: screen };
});
const ExportsScreen = lazy(async () => {
  const { ExportsScreen: screen } = await import('./directory/export/ExportsScreen.tsx');
  return { default: screen };
});
const CrisisScreen = lazy(async () => {
  const { CrisisScreen: screen } = await import('./access/crisis/CrisisScreen.tsx');
  return { default: screen };
});
const BreakGlassScreen = lazy(async () => {
  const { BreakGlassScreen: screen } = await import('./access/crisis/BreakGlassScreen.tsx');
  return { default: screen };
});
const CreatePersonScreen = lazy(async () => {
  const { CreatePersonScreen: screen } = await import('./directory/CreatePersonScreen.tsx');
  return { default: screen };
});
const BulkEditsScreen = lazy(async () => {
  const { BulkEditsScreen: screen } = await import('./directory/bulk/BulkEditsScreen.tsx');
  return { default: screen };
});
const ImportsScreen = lazy(async () => {
  const { ImportsScreen: screen } = await import('./directory/import/ImportsScreen.tsx');
  return { default: screen };
});
const ImportScreen = lazy(async () => {
  const { ImportScreen: screen } = await import('./directory/import/ImportScreen.tsx');
  return { default: screen };
});
const ErasedScreen = lazy(async () => {
  const { ErasedScreen: screen } = await import('./person/ErasedScreen.tsx');
  return { default: screen };
});
const WorkScreen = lazy(async () => {
  const { WorkScreen: screen } = await import('./directory/work/WorkScreen.tsx');
  return { default: screen };
});
const OrganisationRegister = lazy(async () => {
  const { OrganisationRegister: section } =
    await import('./directory/register/OrganisationRegister.tsx');
  return { default: section };
});
const DuplicatesScreen = lazy(async () => {
  const { DuplicatesScreen: screen } = await import('./directory/duplicate/DuplicatesScreen.tsx');
  return { default: screen };
});
const MergeScreen = lazy(async () => {
  const { MergeScreen: screen } = await import('./directory/merge/MergeScreen.tsx');
  return { default: screen };
});
const AccessibilityScreen = lazy(async () => {
  const { AccessibilityScreen: screen } = await import('./AccessibilityScreen.tsx');
  return { default: screen };
});
const AboutScreen = lazy(async () => {
  const { AboutScreen: screen } = await import('./AboutScreen.tsx');
  return { default: screen };
});

/** Fetches what a hit opens before it is asked for: it opens at once, and also when the line has been cut. */
export function fetchAhead(): void {
  for (const fetchScreen of Object.values(profiles)) fetchScreen().catch(() => undefined);
}

/** Adresser for dem som er logget inn. One line per screen; all but the search are fetched when first visited. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <SearchScreen />
      </Route>
      <Route path={archivePath}>
        <ForThoseWhoMay permission="register.write">
          <ArchiveScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={newOrganisationPath}>
        <ForThoseWhoMay permission="register.write">
          <CreateOrganisationScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/virksomhet/:id">
        {({ id }) => (
          <OrganisationScreen
            key={id}
            id={id}
            more={
              <>
                <Verifications organisationId={id} />
                <ReportSuccession organisationId={id} />
                <OrganisationRegister organisationId={id} />
                <ExportButton name={id} of={{ ids: [id], records: ['ORGANISATION'] }} />
              </>
            }
          />
        )}
      </Route>
      <Route path={newPersonPath}>
        <ForThoseWhoMay permission="register.write">
          <CreatePersonScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/person/:id">
        {({ id }) => (
          <PersonScreen
            key={id}
            id={id}
            more={
              <>
                <PersonVerifications personId={id} />
                <ExportButton name={id} of={{ ids: [id], records: ['PERSON'] }} />
              </>
            }
          />
        )}
      </Route>
      <Route path="/omrade/:code">{({ code }) => <AreaScreen key={code} code={code} />}</Route>
      <Route path="/kontaktark">
        <ContactSheetScreen />
      </Route>
      <Route path={audiencesPath}>
        <AudiencesScreen />
      </Route>
      <Route path="/utvalg/:id">{({ id }) => <AudienceScreen key={id} id={id} />}</Route>
      <Route path="/krise">
        <CrisisScreen />
      </Route>
      <Route path="/krise/nodtilgang/:id">
        {({ id }) => <BreakGlassScreen key={id} id={id} />}
      </Route>
      <Route path={workPath}>
        <ForThoseWhoMay permission="work.read">
          <WorkScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={duplicatesPath}>
        <ForThoseWhoMay permission="register.merge">
          <DuplicatesScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/dubletter/:one/:other">
        {({ one, other }) => (
          <ForThoseWhoMay permission="register.merge">
            <MergeScreen key={`${one} ${other}`} one={one} other={other} />
          </ForThoseWhoMay>
        )}
      </Route>
      <Route path="/slettet">
        <ErasedScreen />
      </Route>
      <Route path={bulkEditsPath}>
        <ForThoseWhoMay permission="register.write">
          <BulkEditsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={importsPath}>
        <ForThoseWhoMay permission="register.import">
          <ImportsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/import/:id">
        {({ id }) => (
          <ForThoseWhoMay permission="register.import">
            <ImportScreen key={id} id={id} />
          </ForThoseWhoMay>
        )}
      </Route>
      <Route path="/min-konto">
        <AccountScreen moreFor={{ 'review.call': <CallerLanguages /> }} />
      </Route>
      <Route path="/administrasjon/brukere">
        <ForThoseWhoMay permission="staff.manage">
          <StaffScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/administrasjon/nokler">
        <ForThoseWhoMay permission="token.manage">
          <TokensScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={callListPath}>
        <ForThoseWhoMay permission="review.call">
          <CallListScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={deadlinesPath}>
        <ForThoseWhoMay permission="review.settings">
          <DeadlinesScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={roundsPath}>
        <ForThoseWhoMay permission="review.signOff">
          <RoundsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={newRoundPath()}>
        <ForThoseWhoMay permission="review.run">
          <NewRoundScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/runder/:id">
        {({ id }) => (
          <ForThoseWhoMay permission="review.signOff">
            <RoundScreen key={id} id={id} />
          </ForThoseWhoMay>
        )}
      </Route>
      <Route path="/runder/:id/virksomheter">
        {({ id }) => (
          <ForThoseWhoMay permission="review.signOff">
            <RoundRequestsScreen key={id} id={id} />
          </ForThoseWhoMay>
        )}
      </Route>
      <Route path="/runder/:id/vedlegg">
        {({ id }) => (
          <ForThoseWhoMay permission="review.signOff">
            <AnnexScreen key={id} id={id} />
          </ForThoseWhoMay>
        )}
      </Route>
      <Route path="/henvendelser">
        <ForThoseWhoMay permission="stop.answer">
          <StopsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path="/forslag">
        <ForThoseWhoMay permission="register.write">
          <ChangeProposalsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={successionsPath}>
        <ForThoseWhoMay permission="succession.decide">
          <SuccessionsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={changesPath}>
        <ForThoseWhoMay permission="changeLog.read">
          <ChangesScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={readsPath}>
        <ForThoseWhoMay permission="readLog.read">
          <ReadsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route path={exportsPath}>
        <ForThoseWhoMay permission="readLog.read">
          <ExportsScreen />
        </ForThoseWhoMay>
      </Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  );
}

/** Adresser for alle. Open to whoever has not signed in. */
export const openRoutes = (
  <Switch>
    <Route path="/tilgjengelighet">
      <AccessibilityScreen />
    </Route>
    <Route path="/om">
      <AboutScreen />
    </Route>
  </Switch>
);

export const openPaths = ['/tilgjengelighet', '/om'];
