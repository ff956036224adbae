import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { linkWords } from '#server/access/link/words/linkWords.ts';
import { smsWords } from '#server/access/link/words/smsWords.ts';
import { stopWords } from '#server/access/link/words/stopWords.ts';
import { eraseWords } from '#server/review/erase/eraseWords.ts';
import { handoverWords } from '#server/review/handover/words/handoverWords.ts';
import { reviewWords } from '#server/review/link/words/reviewWords.ts';
import { roundSmsWords } from '#server/review/round/words/roundSmsWords.ts';
import { roundWords } from '#server/review/round/words/roundWords.ts';

/** Words that stand together, and where one meets them. */
export interface WordPart {
  readonly where: string;
  readonly words: Readonly<Record<LinkLanguage, object>>;
  /** The first of them, where others come before. */
  readonly from?: string;
}

/** In the order in which one meets them; each part reaches to the next of the same words. */
export const wordParts: readonly WordPart[] = [
  { where: 'Alle sidene', words: linkWords },
  { where: 'Siden som lenken går til', words: linkWords, from: 'openTitle' },
  { where: 'Når en lenke ikke virker', words: linkWords, from: 'failedTitle' },
  { where: 'Siden med alle opplysningene', words: linkWords, from: 'pageTitle' },
  { where: 'Koden som viser kontaktopplysningene', words: linkWords, from: 'maskedWhy' },
  { where: 'Å logge ut', words: linkWords, from: 'signOut' },
  { where: 'Brevene med lenke og med kode', words: linkWords, from: 'letterSubject' },
  { where: 'Måter å nå noen på', words: linkWords, from: 'phone' },
  { where: 'Tekstmeldingene', words: smsWords },
  { where: 'Å slippe flere brev', words: stopWords },
  { where: 'Å begynne på svarene', words: reviewWords },
  { where: 'Et spørsmål', words: reviewWords, from: 'question' },
  { where: 'Kvitteringen', words: reviewWords, from: 'doneTitle' },
  { where: 'Hvem som har brukt opplysningene', words: reviewWords, from: 'usedTitle' },
  { where: 'Skjemaet for endringer', words: reviewWords, from: 'changeTitle' },
  { where: 'Feil i skjemaet', words: reviewWords, from: 'badNothing' },
  { where: 'Etter et forslag, på siden og i brev', words: reviewWords, from: 'changeSent' },
  { where: 'Når noen ikke vil stå her', words: reviewWords, from: 'stopTitle' },
  { where: 'Samtykkene til en person', words: reviewWords, from: 'consentTitle' },
  { where: 'Å si hvem som har overtatt', words: handoverWords },
  { where: 'Spørsmålet til den nye', words: handoverWords, from: 'askSubject' },
  { where: 'Svaret på en overlevering, i brev', words: handoverWords, from: 'approvedNewSubject' },
  { where: 'Å slettes', words: eraseWords },
  { where: 'Brevene i en runde', words: roundWords },
  { where: 'Tekstmeldingene i en runde', words: roundSmsWords },
];
