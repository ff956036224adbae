import { registerEnumType } from 'type-graphql';

/** How far an export came. */
export enum ExportState {
  PREPARED = 'prepared',
  UNDER_WAY = 'under_way',
  COMPLETE = 'complete',
  BROKEN = 'broken',
}

registerEnumType(ExportState, {
  name: 'ExportState',
  description: 'How far an export came.',
  valuesConfig: {
    PREPARED: { description: 'Klargjort: asked for, and not fetched.' },
    UNDER_WAY: { description: 'Underveis: being fetched.' },
    COMPLETE: { description: 'Hentet: all of it has left the register.' },
    BROKEN: { description: 'Avbrutt: a part of it has.' },
  },
});
