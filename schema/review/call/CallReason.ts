import { registerEnumType } from 'type-graphql';

/** Grunn til å ringe. Why an organisation is rung up rather than written to. */
export enum CallReason {
  NO_ADDRESS = 'no_address',
  BOUNCED = 'bounced',
  SILENT = 'silent',
}

registerEnumType(CallReason, {
  name: 'CallReason',
  description: 'Why an organisation is rung up rather than written to.',
  valuesConfig: {
    NO_ADDRESS: { description: 'There is no address to write to.' },
    BOUNCED: { description: 'What was sent came back, or could not be sent.' },
    SILENT: { description: 'It was written to and reminded, and has not answered.' },
  },
});
