import { linkAddress } from '#server/access/link/linkLetters.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import type { RoundLetter } from './roundLetter.ts';
import { isFirst, LAST_CALL } from './steps.ts';
import { roundSmsWords } from './words/roundSmsWords.ts';

/** Each part is paid for as a message. */
const MOST_SEGMENTS = 2;
/** So much of a name always stands there, or nobody knows who is meant. */
const SHORTEST_NAME = 16;

/**
 * Tekstmeldingen i en runde. What the letter says in a line, and the same link, on a line of its own: what stands around it is written from either side.
 *
 * A name gives way as far as it must for all of it to go into two parts.
 */
export function roundText(
  publicUrl: URL,
  {
    language,
    step,
    name,
    token,
    dueOn,
  }: Pick<RoundLetter, 'language' | 'step' | 'name' | 'token' | 'dueOn'>,
): string {
  const words = roundSmsWords[language];
  const text = isFirst(step) ? words.first : step === LAST_CALL ? words.lastCall : words.reminder;
  const [year, month, day] = dueOn.split('-').map(Number);
  const address = linkAddress(publicUrl, language, token);
  const withName = (length: number) =>
    `${text.replace('{name}', () => shortened(name, length)).replace('{date}', `${day}.${month}.${year}`)}\n${address}`;
  for (let length = name.length; length > SHORTEST_NAME; length -= 1) {
    const written = withName(length);
    if (smsSegments(written).segments <= MOST_SEGMENTS) return written;
  }
  return withName(SHORTEST_NAME);
}

/** Three dots, for the alphabet of telephones lacks the one that is three. Never half a letter. */
function shortened(name: string, length: number): string {
  if (name.length <= length) return name;
  const kept = name.slice(0, length - 3).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}...`;
}
