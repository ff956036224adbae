import { registerEnumType } from 'type-graphql';

/** Tilstand. How far a succession has come. */
export enum SuccessionState {
  WAITING = 'waiting',
  CONFIRMED = 'confirmed',
  APPROVED = 'approved',
  REFUSED = 'refused',
  DECLINED = 'declined',
  REPLACED = 'replaced',
  EXPIRED = 'expired',
}

registerEnumType(SuccessionState, {
  name: 'SuccessionState',
  description: 'How far a succession has come.',
  valuesConfig: {
    WAITING: { description: 'Venter på den nye: who is named has not answered.' },
    CONFIRMED: { description: 'Bekreftet: they have said yes; an editor is to look at it.' },
    APPROVED: { description: 'Godkjent: the register says so.' },
    REFUSED: { description: 'Avslått: the register stays as it was.' },
    DECLINED: { description: 'Den nye sa nei: they have said that it is not so.' },
    REPLACED: {
      description: 'Erstattet: whoever said so has said something else, or taken it back.',
    },
    EXPIRED: {
      description: 'Gått ut: nobody answered in thirty days; who was named is forgotten.',
    },
  },
});
