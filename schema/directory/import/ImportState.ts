import { registerEnumType } from 'type-graphql';

/** Tilstand. How far an import has come. */
export enum ImportState {
  PLANNING = 'planning',
  READY = 'ready',
  APPLYING = 'applying',
  DONE = 'done',
  FAILED = 'failed',
  DISCARDED = 'discarded',
}

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import has come.',
  valuesConfig: {
    PLANNING: { description: 'Each row is compared with the register; nothing is written.' },
    READY: { description: 'Everything can be looked at; nothing is written.' },
    APPLYING: { description: 'It is being written into the register.' },
    DONE: { description: 'It is in the register.' },
    FAILED: { description: 'It could not be compared or written; nothing more will be.' },
    DISCARDED: { description: 'It was put aside, and its rows are deleted.' },
  },
});
