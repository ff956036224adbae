import { registerEnumType } from 'type-graphql';

/** Andres register. Which register of others says something. */
export enum OutsideRegister {
  ENHETSREGISTERET = 'enhetsregisteret',
  FRIVILLIGHETSREGISTERET = 'frivillighetsregisteret',
}

registerEnumType(OutsideRegister, {
  name: 'OutsideRegister',
  description: 'Which register of others says something.',
  valuesConfig: {
    ENHETSREGISTERET: { description: 'The register of all legal entities in Norway.' },
    FRIVILLIGHETSREGISTERET: { description: 'The register of voluntary organisations.' },
  },
});
