import type { RoundWording } from './RoundWording.ts';

export const pl: RoundWording = {
  reminderSubject: 'Przypomnienie: proszę sprawdzić informacje o {name}',
  lastCallSubject: 'Ostatnie przypomnienie: proszę sprawdzić informacje o {name}',
  reminder: 'Pisaliśmy do Państwa w tej sprawie jakiś czas temu i nie mamy jeszcze odpowiedzi.',
  lastCall: 'Na razie piszemy w tej sprawie po raz ostatni.',
  answerBy: 'Prosimy o odpowiedź do {date}. Zajmie to około minuty.',
  scan: 'Skieruj aparat telefonu na kwadrat i dotknij linku, który się pojawi.',
  closed: 'Termin już minął, ale Państwa odpowiedź została zachowana. Dziękujemy!',
};
