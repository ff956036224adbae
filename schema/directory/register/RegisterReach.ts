import { registerEnumType } from 'type-graphql';

/** Kontakt med registeret. Whether a register of others could be asked just now. */
export enum RegisterReach {
  ANSWERED = 'answered',
  NOT_CONNECTED = 'not_connected',
  UNREACHABLE = 'unreachable',
  ASKED_TO_WAIT = 'asked_to_wait',
}

registerEnumType(RegisterReach, {
  name: 'RegisterReach',
  description: 'Whether a register of others could be asked just now.',
  valuesConfig: {
    ANSWERED: { description: 'It answered.' },
    NOT_CONNECTED: { description: 'This Samband is not set up to ask it.' },
    UNREACHABLE: { description: 'It did not answer, or not as it should. Nothing waits for it.' },
    ASKED_TO_WAIT: { description: 'It wants some time before the next question.' },
  },
});
