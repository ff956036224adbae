import { registerEnumType } from 'type-graphql';

/** Forslagstype. What a register of others says has happened to an organisation. */
export enum ProposalKind {
  DELETED = 'deleted',
  REMOVED = 'removed',
  BANKRUPT = 'bankrupt',
  CLOSING = 'closing',
  RENAMED = 'renamed',
  MOVED = 'moved',
  PURPOSE = 'purpose',
  NOT_VOLUNTARY = 'not_voluntary',
}

registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What a register of others says has happened to an organisation.',
  valuesConfig: {
    DELETED: { description: 'Deleted: it is no longer in operation.' },
    REMOVED: { description: 'Taken out of the register for legal reasons; nothing is said of it.' },
    BANKRUPT: { description: 'Bankrupt.' },
    CLOSING: { description: 'Being wound up.' },
    RENAMED: { description: 'It has another name.' },
    MOVED: { description: 'Its business address is in another municipality.' },
    PURPOSE: {
      description: 'Its purpose, or its category as a voluntary organisation, is another.',
    },
    NOT_VOLUNTARY: { description: 'It is no longer in Frivillighetsregisteret.' },
  },
});
