import { registerEnumType } from 'type-graphql';

/** Utfall. What a row does to the register. */
export enum ImportOutcome {
  UNREAD = 'unread',
  ADDED = 'added',
  CHANGED = 'changed',
  LEFT = 'left',
  REFUSED = 'refused',
  EXCLUDED = 'excluded',
}

registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'What a row does to the register.',
  valuesConfig: {
    UNREAD: { description: 'Not compared yet.' },
    ADDED: { description: 'Adds an organisation.' },
    CHANGED: { description: 'Changes one that is there.' },
    LEFT: { description: 'Says nothing that does not stand there already.' },
    REFUSED: { description: 'Cannot be taken in as it is.' },
    EXCLUDED: { description: 'Left out by whoever imports.' },
  },
});
