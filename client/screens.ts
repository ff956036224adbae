import { lazy } from 'react';

/** Skjermbildene, each fetched when it is first visited. These two are what a hit opens. */
const profiles = {
  organisation: () => import('./organisation/OrganisationScreen.tsx'),
  person: () => import('./person/PersonScreen.tsx'),
};

export const OrganisationScreen = lazy(async () => {
  const { OrganisationScreen: screen } = await profiles.organisation();
  return { default: screen };
});
export const ArchiveScreen = lazy(async () => {
  const { ArchiveScreen: screen } = await import('./directory/ArchiveScreen.tsx');
  return { default: screen };
});
export const CreateOrganisationScreen = lazy(async () => {
  const { CreateOrganisationScreen: screen } =
    await import('./directory/CreateOrganisationScreen.tsx');
  return { default: screen };
});
export const Verifications = lazy(async () => {
  const { Verifications: section } = await import('./review/Verifications.tsx');
  return { default: section };
});
export const PersonVerifications = lazy(async () => {
  const { PersonVerifications: section } = await import('./review/PersonVerifications.tsx');
  return { default: section };
});
export const PersonScreen = lazy(async () => {
  const { PersonScreen: screen } = await profiles.person();
  return { default: screen };
});
export const AreaScreen = lazy(async () => {
  const { AreaScreen: screen } = await import('./vocabulary/AreaScreen.tsx');
  return { default: screen };
});
export const ContactSheetScreen = lazy(async () => {
  const { ContactSheetScreen: screen } = await import('./directory/ContactSheetScreen.tsx');
  return { default: screen };
});
export const AudiencesScreen = lazy(async () => {
  const { AudiencesScreen: screen } = await import('./directory/audience/AudiencesScreen.tsx');
  return { default: screen };
});
export const AudienceScreen = lazy(async () => {
  const { AudienceScreen: screen } = await import('./directory/audience/AudienceScreen.tsx');
  return { default: screen };
});
export const AccountScreen = lazy(async () => {
  const { AccountScreen: screen } = await import('./access/AccountScreen.tsx');
  return { default: screen };
});
export const StaffScreen = lazy(async () => {
  const { StaffScreen: screen } = await import('./access/StaffScreen.tsx');
  return { default: screen };
});
export const CallListScreen = lazy(async () => {
  const { CallListScreen: screen } = await import('./review/call/CallListScreen.tsx');
  return { default: screen };
});
export const CallerLanguages = lazy(async () => {
  const { CallerLanguages: section } = await import('./review/call/CallerLanguages.tsx');
  return { default: section };
});
export const DeadlinesScreen = lazy(async () => {
  const { DeadlinesScreen: screen } = await import('./review/deadline/DeadlinesScreen.tsx');
  return { default: screen };
});
export const RoundsScreen = lazy(async () => {
  const { RoundsScreen: screen } = await import('./review/progress/RoundsScreen.tsx');
  return { default: screen };
});
export const NewRoundScreen = lazy(async () => {
  const { NewRoundScreen: screen } = await import('./review/progress/NewRoundScreen.tsx');
  return { default: screen };
});
export const RoundScreen = lazy(async () => {
  const { RoundScreen: screen } = await import('./review/progress/RoundScreen.tsx');
  return { default: screen };
});
export const RoundRequestsScreen = lazy(async () => {
  const { RoundRequestsScreen: screen } = await import('./review/progress/RoundRequestsScreen.tsx');
  return { default: screen };
});
export const AnnexScreen = lazy(async () => {
  const { AnnexScreen: screen } = await import('./review/progress/AnnexScreen.tsx');
  return { default: screen };
});
export const StopsScreen = lazy(async () => {
  const { StopsScreen: screen } = await import('./review/StopsScreen.tsx');
  return { default: screen };
});
export const ChangeProposalsScreen = lazy(async () => {
  const { ChangeProposalsScreen: screen } = await import('./review/ChangeProposalsScreen.tsx');
  return { default: screen };
});
export const SuccessionsScreen = lazy(async () => {
  const { SuccessionsScreen: screen } = await import('./review/handover/SuccessionsScreen.tsx');
  return { default: screen };
});
export const ReportSuccession = lazy(async () => {
  const { ReportSuccession: section } = await import('./review/handover/ReportSuccession.tsx');
  return { default: section };
});
export const TokensScreen = lazy(async () => {
  const { TokensScreen: screen } = await import('./access/TokensScreen.tsx');
  return { default: screen };
});
export const ChangesScreen = lazy(async () => {
  const { ChangesScreen: screen } = await import('./access/ChangesScreen.tsx');
  return { default: screen };
});
export const ReadsScreen = lazy(async () => {
  const { ReadsScreen: screen } = await import('./access/ReadsScreen.tsx');
  return { default: screen };
});
export const ExportsScreen = lazy(async () => {
  const { ExportsScreen: screen } = await import('./directory/export/ExportsScreen.tsx');
  return { default: screen };
});
export const CrisisScreen = lazy(async () => {
  const { CrisisScreen: screen } = await import('./access/crisis/CrisisScreen.tsx');
  return { default: screen };
});
export const BreakGlassScreen = lazy(async () => {
  const { BreakGlassScreen: screen } = await import('./access/crisis/BreakGlassScreen.tsx');
  return { default: screen };
});
export const CreatePersonScreen = lazy(async () => {
  const { CreatePersonScreen: screen } = await import('./directory/CreatePersonScreen.tsx');
  return { default: screen };
});
export const BulkEditsScreen = lazy(async () => {
  const { BulkEditsScreen: screen } = await import('./directory/bulk/BulkEditsScreen.tsx');
  return { default: screen };
});
export const ImportsScreen = lazy(async () => {
  const { ImportsScreen: screen } = await import('./directory/import/ImportsScreen.tsx');
  return { default: screen };
});
export const ImportScreen = lazy(async () => {
  const { ImportScreen: screen } = await import('./directory/import/ImportScreen.tsx');
  return { default: screen };
});
export const ErasedScreen = lazy(async () => {
  const { ErasedScreen: screen } = await import('./person/ErasedScreen.tsx');
  return { default: screen };
});
export const WorkScreen = lazy(async () => {
  const { WorkScreen: screen } = await import('./directory/work/WorkScreen.tsx');
  return { default: screen };
});
export const OrganisationRegister = lazy(async () => {
  const { OrganisationRegister: section } =
    await import('./directory/register/OrganisationRegister.tsx');
  return { default: section };
});
export const DuplicatesScreen = lazy(async () => {
  const { DuplicatesScreen: screen } = await import('./directory/duplicate/DuplicatesScreen.tsx');
  return { default: screen };
});
export const MergeScreen = lazy(async () => {
  const { MergeScreen: screen } = await import('./directory/merge/MergeScreen.tsx');
  return { default: screen };
});
export const AccessibilityScreen = lazy(async () => {
  const { AccessibilityScreen: screen } = await import('./AccessibilityScreen.tsx');
  return { default: screen };
});
export const AboutScreen = lazy(async () => {
  const { AboutScreen: screen } = await import('./AboutScreen.tsx');
  return { default: screen };
});

const quietTime = 2_000;

/**
 * Henter på forhånd. What a hit opens is fetched before it is asked for: it opens at once, and also when the line has been cut. Not while
 * somebody types, for it is many small files, and on a slow line letters would wait behind them.
 */
export function fetchAhead(): void {
  const fetchAll = () => {
    removeEventListener('input', wait, true);
    for (const fetchScreen of Object.values(profiles)) fetchScreen().catch(() => undefined);
  };
  let timer = setTimeout(fetchAll, quietTime);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(fetchAll, quietTime);
  };
  addEventListener('input', wait, true);
}
