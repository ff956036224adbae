import { registerEnumType } from 'type-graphql';

/** Tilstand. Where a request stands, as its moments say. */
export enum ReviewRequestState {
  CERTAIN = 'certain',
  HINDERED = 'hindered',
  QUEUED = 'queued',
  FAILED = 'failed',
  BOUNCED = 'bounced',
  SILENT = 'silent',
  OPENED = 'opened',
  CONFIRMED = 'confirmed',
  CHANGED = 'changed',
  DECLINED = 'declined',
}

registerEnumType(ReviewRequestState, {
  name: 'ReviewRequestState',
  description: 'Where a request stands.',
  valuesConfig: {
    CERTAIN: { description: 'Not asked: all that would be is known to be right.' },
    HINDERED: { description: 'Nobody is written to: see `hindrance`.' },
    QUEUED: { description: 'The first message waits to be sent.' },
    FAILED: { description: 'It could not be sent, or nobody knows whether it was.' },
    BOUNCED: { description: 'It came back.' },
    SILENT: { description: 'It was sent, and nobody has opened it.' },
    OPENED: { description: 'Somebody has opened it, and not answered.' },
    CONFIRMED: { description: 'They say that it is right.' },
    CHANGED: { description: 'They say what is to be changed.' },
    DECLINED: { description: 'They do not want to answer.' },
  },
});
