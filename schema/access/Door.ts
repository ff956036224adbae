import { registerEnumType } from 'type-graphql';

/** Dør. The way by which somebody came to do something. */
export enum Door {
  SESSION = 'session',
  TOKEN = 'token',
  LINK = 'link',
  SYSTEM = 'system',
}

registerEnumType(Door, {
  name: 'Door',
  description: 'The way by which somebody came to do something.',
  valuesConfig: {
    SESSION: { description: 'A member of staff who had signed in.' },
    TOKEN: { description: 'Another system, with an API token.' },
    LINK: { description: 'An organisation or a person, by a personal link.' },
    SYSTEM: { description: 'The register by itself, or somebody at its command line.' },
  },
});
