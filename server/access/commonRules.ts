import type { AccessRules } from './rules.ts';

/** Who gets to what all slices share. */
export const commonRules: AccessRules = {
  types: {
    Freshness: 'register.read',
    FreshnessState: 'register.read',
    Confidence: 'register.read',
    VerificationMethod: 'register.read',
    PageInfo: 'register.read',
  },
};
