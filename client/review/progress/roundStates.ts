import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';

export const roundStates_figures = graphql(`
  fragment roundStates_figures on RoundFigures {
    total
    sent
    certain
    queued
    hindered
    failed
    bounced
    silent
    opened
    confirmed
    changed
    declined
  }
`);

export type Figures = ResultOf<typeof roundStates_figures>;
export type RoundState = Exclude<keyof Figures, 'total' | 'sent'>;

/** The figures of a round, as one reads them. */
export const figuresOf = (figures: FragmentOf<typeof roundStates_figures>): Figures =>
  readFragment(roundStates_figures, figures);

/** In the order in which they are told: what is done, what is on its way, what somebody has to do something about. */
export const roundStates: readonly RoundState[] = [
  'confirmed',
  'changed',
  'declined',
  'certain',
  'opened',
  'silent',
  'queued',
  'bounced',
  'failed',
  'hindered',
];

/** As the API calls it. */
export const stateName = (state: RoundState) => state.toUpperCase() as Uppercase<RoundState>;

/** What somebody has said something about. */
export const answeredOf = ({ confirmed, changed, declined }: Figures): number =>
  confirmed + changed + declined;

/** Those who are asked: of the others all is known to be right. */
export const askedOf = ({ total, certain }: Figures): number => total - certain;
