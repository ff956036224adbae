import { registerEnumType } from 'type-graphql';

/** Hvorfor skjult. Why the viewer sees only a part of a contact value; also what would change it. */
export enum MaskReason {
  NO_PURPOSE = 'no_purpose',
  NO_CONSENT = 'no_consent',
  OUT_OF_SCOPE = 'out_of_scope',
}

registerEnumType(MaskReason, {
  name: 'MaskReason',
  description: 'Why the viewer sees only a part of a contact value.',
  valuesConfig: {
    NO_PURPOSE: {
      description: 'The query states no purpose (`@purpose`), or the viewer has none to state.',
    },
    NO_CONSENT: { description: 'The person has not said yes to this purpose, or no longer.' },
    OUT_OF_SCOPE: {
      description: 'The person belongs to none of the areas that the viewer works in.',
    },
  },
});
