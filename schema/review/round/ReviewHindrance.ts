import { registerEnumType } from 'type-graphql';

/** Hinder. Why an organisation is not written to. */
export enum ReviewHindrance {
  NO_ADDRESS = 'no_address',
  BOUNCED = 'bounced',
  NO_GATEWAY = 'no_gateway',
  PAUSED = 'paused',
  OBJECTED = 'objected',
  ARCHIVED = 'archived',
  MERGED = 'merged',
  CERTAIN = 'certain',
}

registerEnumType(ReviewHindrance, {
  name: 'ReviewHindrance',
  description: 'Why an organisation is not written to.',
  valuesConfig: {
    NO_ADDRESS: { description: 'The register has no way to write to it.' },
    BOUNCED: { description: 'What was sent to all its addresses came back.' },
    NO_GATEWAY: {
      description: 'It can be reached by text message alone, and nobody carries such for us.',
    },
    PAUSED: { description: 'It has asked to be left alone for a while.' },
    OBJECTED: { description: 'It has objected, or wants to be removed.' },
    ARCHIVED: { description: 'It has been put away since.' },
    MERGED: { description: 'It is one with another.' },
    CERTAIN: { description: 'All that would be asked is known to be right.' },
  },
});
