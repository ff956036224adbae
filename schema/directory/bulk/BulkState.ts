import { registerEnumType } from 'type-graphql';

/** Hvor langt det er kommet. How far a bulk edit has come. */
export enum BulkState {
  COUNTED = 'counted',
  UNDER_WAY = 'under_way',
  DONE = 'done',
}

registerEnumType(BulkState, {
  name: 'BulkState',
  description: 'How far it has come.',
  valuesConfig: {
    COUNTED: { description: 'It is known what would be done; nothing is.' },
    UNDER_WAY: { description: 'It is being done.' },
    DONE: { description: 'It is done.' },
  },
});
