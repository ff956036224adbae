import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import { pl } from './pl.ts';
import { so } from './so.ts';
import { ti } from './ti.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import type { RoundWording } from './RoundWording.ts';

/** The words of each language. Those that nobody has looked over say so by `isDraft` of the words of every link. */
export const roundWords: Readonly<Record<LinkLanguage, RoundWording>> = {
  ar,
  en,
  fa,
  nb,
  nn,
  pl,
  so,
  ti,
  uk,
  ur,
};
