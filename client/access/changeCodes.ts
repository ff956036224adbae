/** Koder i endringer. Which words of the API stand in a field, by the beginning of their messages; of two lists of words, the first that has it. */
export const changeCodes: Readonly<Record<string, string | readonly string[]>> = {
  kind: 'organisationKind',
  willingness: 'willingness',
  'contactPoints.channel': 'contactChannel',
  'contactPoints.audience': 'change.audience',
  // That of a member of staff, and what somebody is to an organisation.
  role: ['role', 'affiliationRole'],
  purpose: 'traces.purpose',
  every: 'digestPace',
  method: 'consentMethod',
  withdrawnBy: 'consentMethod',
  'languages.speaks': 'languageLevel',
  'languages.understands': 'languageLevel',
  'languages.writes': 'languageLevel',
  verifiedBy: 'change.verifiedBy',
  'names.use': 'nameUse',
  groups: 'fieldGroup',
  personGroups: 'personGroup',
  stopKind: 'stop.kind',
};
