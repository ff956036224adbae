import type { RoundWording } from './RoundWording.ts';

export const nb: RoundWording = {
  reminderSubject: 'Påminnelse: se over opplysningene om {name}',
  lastCallSubject: 'Siste påminnelse: se over opplysningene om {name}',
  reminder: 'Vi skrev til dere om dette for en stund siden, og har ikke fått svar ennå.',
  lastCall: 'Dette er siste gang vi skriver om dette nå.',
  answerBy: 'Svar gjerne innen {date}. Det tar omtrent et minutt.',
  scan: 'Pek kameraet på mobilen mot ruten, og trykk på lenken som kommer opp.',
  closed: 'Fristen er ute, men svaret deres er tatt vare på. Takk!',
};
