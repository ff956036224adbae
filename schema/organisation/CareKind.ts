import { registerEnumType } from 'type-graphql';

/** Tjenesteområde. The kind of care that a catchment is drawn for. */
export enum CareKind {
  SOMATIC = 'somatic',
}

registerEnumType(CareKind, {
  name: 'CareKind',
  description: 'The kind of care that a catchment is drawn for.',
  valuesConfig: { SOMATIC: { description: 'Somatikk: care of the body.' } },
});
