import { registerEnumType } from 'type-graphql';

/** Tilstand. How far a batch has come, or has been taken back. */
export enum BatchState {
  UNDER_WAY = 'under_way',
  DONE = 'done',
  UNDOING = 'undoing',
  UNDONE = 'undone',
  PARTLY_UNDONE = 'partly_undone',
}

registerEnumType(BatchState, {
  name: 'BatchState',
  description: 'How far a batch has come, or has been taken back.',
  valuesConfig: {
    UNDER_WAY: { description: 'It is being done.' },
    DONE: { description: 'It is done, and stands.' },
    UNDOING: { description: 'It is being taken back.' },
    UNDONE: { description: 'All of it was taken back.' },
    PARTLY_UNDONE: { description: 'All but what had been changed since was taken back.' },
  },
});
