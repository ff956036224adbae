import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** A person, as far as it is said whether they belong to the viewer's scope. */
export interface Scoped {
  readonly inScope: boolean;
}

/** Whoever may write in the register edits the people in their scope. */
export const mayEdit = ({ permissions }: Viewer, { inScope }: Scoped): boolean =>
  permissions.has('register.write') && inScope;

/**
 * Whoever may write in the register says who is what in the organisations in their scope: it is the organisation that is led by somebody,
 * also by somebody from elsewhere. `inScope`: of the organisation.
 */
export const mayEditAffiliation = ({ permissions }: Viewer, { inScope }: Scoped): boolean =>
  permissions.has('register.write') && inScope;

/** Who looks after consents does so for the people in their scope. */
export const mayRecordConsent = ({ permissions }: Viewer, { inScope }: Scoped): boolean =>
  permissions.has('consent.write') && inScope;

export const mayErase = ({ permissions }: Viewer, { inScope }: Scoped): boolean =>
  permissions.has('person.erase') && inScope;

/** Who gets to people. Which contact values show in full is worked out row by row (`contactAccess.ts`). */
export const personRules: AccessRules = {
  query: { person: 'register.read', consentTexts: 'consent.read' },
  mutation: {
    createPerson: 'register.write',
    editPerson: 'register.write',
    archivePerson: 'register.write',
    restorePerson: 'register.write',
    noteContactWorks: 'register.write',
    startAffiliation: 'register.write',
    editAffiliation: 'register.write',
    endAffiliation: 'register.write',
    handOverRole: 'register.write',
    recordConsent: 'consent.write',
    withdrawConsent: 'consent.write',
    erasePerson: 'person.erase',
  },
  types: {
    Person: 'register.read',
    PersonLanguage: 'register.read',
    PersonContactPoint: 'register.read',
    PersonSource: 'register.read',
    PersonPermissions: 'register.read',
    AffiliationPermissions: 'register.read',
    HandOver: 'register.write',
    CreatePersonInput: 'register.write',
    EditPersonInput: 'register.write',
    ArchivePersonInput: 'register.write',
    RestorePersonInput: 'register.write',
    NoteContactWorksInput: 'register.write',
    PersonLanguageInput: 'register.write',
    PersonContactPointInput: 'register.write',
    FirstAffiliationInput: 'register.write',
    StartAffiliationInput: 'register.write',
    EditAffiliationInput: 'register.write',
    EndAffiliationInput: 'register.write',
    HandOverRoleInput: 'register.write',
    SuccessorInput: 'register.write',
    NewPersonInput: 'register.write',
    Consent: 'consent.read',
    ConsentText: 'consent.read',
    RecordConsentInput: 'consent.write',
    WithdrawConsentInput: 'consent.write',
    ErasePersonInput: 'person.erase',
    ConsentMethod: 'register.read',
    MaskReason: 'register.read',
    Affiliation: 'register.read',
    AffiliationRole: 'register.read',
    LanguageLevel: 'register.read',
    Willingness: 'register.read',
    AffiliationConnection: 'register.read',
    AffiliationEdge: 'register.read',
  },
  fields: {
    'Person.consents': 'consent.read',
  },
};
