import { registerEnumType } from 'type-graphql';

/** Slags arbeid. What somebody who keeps the register is to do, the most urgent first. */
export enum WorkKind {
  PROPOSAL = 'proposal',
  AREA = 'area',
  WITHOUT_CONTACT = 'without_contact',
  BOUNCED = 'bounced',
  DUPLICATE = 'duplicate',
  DUE = 'due',
}

registerEnumType(WorkKind, {
  name: 'WorkKind',
  description: 'What somebody who keeps the register is to do.',
  valuesConfig: {
    PROPOSAL: { description: 'Decide what a register of others proposes.' },
    AREA: { description: 'Say where it belongs: its municipality is another, or has been parted.' },
    WITHOUT_CONTACT: { description: 'Find a way to reach it: none works.' },
    BOUNCED: { description: 'Find the right address: what was sent came back.' },
    DUPLICATE: { description: 'Look whether two are one.' },
    DUE: { description: 'Ask whether it is still right: it was verified 24 months ago or more.' },
  },
});
