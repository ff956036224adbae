import { registerEnumType } from 'type-graphql';

/** Aktualitet. How far a profile can be trusted to be right today. */
export enum FreshnessState {
  FRESH = 'fresh',
  DUE = 'due',
  STALE = 'stale',
  UNKNOWN = 'unknown',
}

registerEnumType(FreshnessState, {
  name: 'FreshnessState',
  description: 'How far a profile can be trusted to be right today.',
  valuesConfig: {
    FRESH: { description: 'Verified less than 24 months ago.' },
    DUE: { description: 'Its 24 months are over, by less than six months.' },
    STALE: { description: 'Due for six months or more.' },
    UNKNOWN: { description: 'Nobody has verified it yet.' },
  },
});
