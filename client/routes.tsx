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
import {
  AboutScreen,
  AccessibilityScreen,
  AccountScreen,
  AnnexScreen,
  ArchiveScreen,
  AreaScreen,
  AudienceScreen,
  AudiencesScreen,
  BreakGlassScreen,
  BulkEditsScreen,
  CallListScreen,
  CallerLanguages,
  ChangeProposalsScreen,
  ChangesScreen,
  ContactSheetScreen,
  CreateOrganisationScreen,
  CreatePersonScreen,
  CrisisScreen,
  DeadlinesScreen,
  DuplicatesScreen,
  ErasedScreen,
  ExportsScreen,
  ImportScreen,
  ImportsScreen,
  MergeScreen,
  NewRoundScreen,
  OrganisationRegister,
  OrganisationScreen,
  PersonScreen,
  PersonVerifications,
  ReadsScreen,
  ReportSuccession,
  RoundRequestsScreen,
  RoundScreen,
  RoundsScreen,
  StaffScreen,
  StopsScreen,
  SuccessionsScreen,
  TokensScreen,
  Verifications,
  WorkScreen,
} from './screens.ts';

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
