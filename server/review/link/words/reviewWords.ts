import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
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
import type { ReviewWording } from './ReviewWording.ts';

/** The words of each language. Those that nobody has looked over say so by `isDraft` of the words of every link. */
export const reviewWords: Readonly<Record<LinkLanguage, ReviewWording>> = {
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

/** What is said otherwise to one person than to several of an organisation, where the language tells the two apart. */
const toOne: Partial<Record<LinkLanguage, Partial<ReviewWording>>> = {
  nb: {
    goOn: 'Fortsett der du slapp',
    later: 'Du kan lukke siden når som helst, og fortsette med den samme lenken.',
    youAnswered: 'Dette svarte du',
  },
  nn: {
    goOn: 'Hald fram der du slapp',
    later: 'Du kan lukka sida når som helst, og halda fram med den same lenkja.',
    youAnswered: 'Dette svara du',
  },
};

/** The words for whoever a link is to. A person's change is no proposal: they write what is right to somebody. */
export const reviewWordsTo = (language: LinkLanguage, kind: LinkedKind): ReviewWording => {
  const words = reviewWords[language];
  return kind === 'person' ? { ...words, saidChange: words.saidWrong, ...toOne[language] } : words;
};
