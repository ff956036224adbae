import { registerEnumType } from 'type-graphql';

/** Hva de ber om. What an organisation that has had enough asks for. */
export enum StopKind {
  PAUSE = 'pause',
  OBJECT = 'object',
  REMOVE = 'remove',
}

registerEnumType(StopKind, {
  name: 'StopKind',
  description: 'What an organisation that has had enough asks for.',
  valuesConfig: {
    PAUSE: { description: 'Not to be asked for a while.' },
    OBJECT: { description: 'Innsigelse: objects to how what the register says is used.' },
    REMOVE: { description: 'To be removed from the register.' },
  },
});
