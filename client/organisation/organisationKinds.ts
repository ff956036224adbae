/** Virksomhetstyper, those that are entered most first. */
export const organisationKinds = [
  'IMMIGRANT_ORGANISATION',
  'FAITH_COMMUNITY',
  'VOLUNTARY_ORGANISATION',
  'INFORMAL_GROUP',
  'PATIENT_ORGANISATION',
  'IMMIGRANT_COUNCIL',
  'MUNICIPALITY',
  'PUBLIC_AGENCY',
  'HOSPITAL',
  'HEALTH_TRUST',
  'HEALTH_AUTHORITY',
] as const;
