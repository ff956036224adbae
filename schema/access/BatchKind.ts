import { registerEnumType } from 'type-graphql';

/** Slag parti. What was done to many records at once. */
export enum BatchKind {
  IMPORT = 'import',
  BULK = 'bulk',
  MERGE = 'merge',
}

registerEnumType(BatchKind, {
  name: 'BatchKind',
  description: 'What was done to many records at once.',
  valuesConfig: {
    IMPORT: { description: 'A file was taken in.' },
    BULK: { description: 'The same was done to all that were chosen.' },
    MERGE: { description: 'Two records became one.' },
  },
});
