import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the registers of others. */
export const registerRules: AccessRules = {
  query: { lookUpOrganisation: 'register.write' },
  types: {
    RegisterLookup: 'register.write',
    RegisteredUnit: 'register.write',
    KnownOrganisation: 'register.write',
    VoluntaryCategory: 'register.write',
    RegisterReach: 'register.write',
  },
};
