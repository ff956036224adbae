import { registerEnumType } from 'type-graphql';

/** Sikkerhet. How well a fact is founded. */
export enum Confidence {
  SURE = 'sure',
  LIKELY = 'likely',
}

registerEnumType(Confidence, {
  name: 'Confidence',
  description: 'How well a fact is founded.',
  valuesConfig: {
    SURE: { description: 'Two sources that do not depend on each other agree.' },
    LIKELY: { description: 'One source, or sources that differ in details.' },
  },
});
