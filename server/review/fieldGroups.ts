import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';

/** The groups of an organisation in the order in which they are asked about. */
export const fieldGroups: readonly FieldGroup[] = [
  FieldGroup.CONTACT,
  FieldGroup.PEOPLE,
  FieldGroup.LANGUAGES,
  FieldGroup.AREAS,
  FieldGroup.TOPICS,
  FieldGroup.NAME,
];

/** The groups of a person in the order in which they are asked about. */
export const personGroups: readonly FieldGroup[] = [
  FieldGroup.CONTACT,
  FieldGroup.AFFILIATIONS,
  FieldGroup.LANGUAGES,
  FieldGroup.AREAS,
  FieldGroup.TOPICS,
  FieldGroup.WILLINGNESS,
  FieldGroup.NAME,
];

/** Halveringstid. After so many months half of what a verification was worth is left: numbers change sooner than names. */
export const halfLives: Readonly<Record<FieldGroup, number>> = {
  [FieldGroup.CONTACT]: 18,
  [FieldGroup.PEOPLE]: 18,
  [FieldGroup.AFFILIATIONS]: 18,
  [FieldGroup.WILLINGNESS]: 24,
  [FieldGroup.LANGUAGES]: 48,
  [FieldGroup.AREAS]: 36,
  [FieldGroup.TOPICS]: 36,
  [FieldGroup.NAME]: 60,
};

/** How likely it is, on the day itself, that what was found right that way is right. */
export const weights: Readonly<Record<VerificationMethod, number>> = {
  [VerificationMethod.LINK]: 0.9,
  [VerificationMethod.PHONE]: 0.9,
  [VerificationMethod.MEETING]: 0.9,
  [VerificationMethod.EXERCISE]: 0.85,
  [VerificationMethod.REGISTER]: 0.8,
};
