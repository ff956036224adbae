import { short } from './markdown.ts';
import type { Occasion } from './Results.ts';

/** Absolute figures of a machine that does other things besides are no figures of Samband. */
export const busy = (occasion: Occasion | undefined): string =>
  occasion && occasion.load > 1
    ? `The machine was busy with other things, too: its load was ${short(occasion.load)} when this began.`
    : '';
