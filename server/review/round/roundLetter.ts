import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { letterOf, linkAddress, type Written } from '#server/access/link/linkLetters.ts';
import type { LinkSecrets } from '#server/access/link/linkSecrets.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { stopWords } from '#server/access/link/words/stopWords.ts';
import { printedCode } from '#server/access/link/typedCode.ts';
import { dayIn, filled, linkWords } from '#server/access/link/words/linkWords.ts';
import { isFirst, LAST_CALL } from './steps.ts';
import { roundWords } from './words/roundWords.ts';

/** What a letter of a round says. */
export interface RoundLetter extends LinkSecrets {
  readonly language: LinkLanguage;
  readonly step: number;
  /** Of the organisation. */
  readonly name: string;
  readonly signedBy: string;
  /** What whoever leads the round adds. */
  readonly text: string;
  readonly dueOn: string;
  readonly expiresOn: string;
  /** Where one says that one wants no such letters. */
  readonly stop: URL;
}

/** Brevet i en runde. The same link in each: whoever has lost the first has it again in the reminder. */
export function roundLetter(
  publicUrl: URL,
  letter: RoundLetter,
): Written & Pick<Letter, 'unsubscribe'> {
  const { language, step, name, signedBy, text, token, code } = letter;
  const [words, own] = [linkWords[language], roundWords[language]];
  const subject = isFirst(step)
    ? words.letterSubject
    : step === LAST_CALL
      ? own.lastCallSubject
      : own.reminderSubject;
  const [before = '', after = ''] = words.letterCode.split('{address}');
  const written = letterOf(language, filled(subject, { name }), [
    words.letterHello,
    isFirst(step) ? '' : own.reminder,
    step === LAST_CALL ? own.lastCall : '',
    `${filled(words.whoAsks, { issuer: signedBy, name })} ${words.whatFor}`,
    text,
    filled(own.answerBy, { date: dayIn(language, letter.dueOn) }),
    words.letterLink,
    new URL(linkAddress(publicUrl, language, token)),
    before.trim(),
    new URL(linkAddress(publicUrl, language)),
    after.trim(),
    { code: printedCode(code) },
    filled(words.until, { date: dayIn(language, letter.expiresOn) }),
    words.letterSafe,
    signedBy,
    stopWords[language].letter,
    letter.stop,
  ]);
  return { ...written, unsubscribe: letter.stop };
}
