import { registerEnumType } from 'type-graphql';

/** Slag oppføring. What an entry of the directory is about. */
export enum RecordKind {
  ORGANISATION = 'organisation',
  PERSON = 'person',
}

registerEnumType(RecordKind, {
  name: 'RecordKind',
  description: 'What an entry of the directory is about.',
  valuesConfig: {
    ORGANISATION: { description: 'Virksomhet.' },
    PERSON: { description: 'Person.' },
  },
});
