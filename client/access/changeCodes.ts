/** Koder i endringer. Which words of the API stand in a field, by the beginning of their messages. */
export const changeCodes: Readonly<Record<string, string>> = {
  kind: 'organisationKind',
  willingness: 'willingness',
  'contactPoints.channel': 'contactChannel',
  'contactPoints.audience': 'change.audience',
  role: 'role',
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
};
