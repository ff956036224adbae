import type { RoundWording } from './RoundWording.ts';

export const nn: RoundWording = {
  reminderSubject: 'Påminning: sjå over opplysningane om {name}',
  lastCallSubject: 'Siste påminning: sjå over opplysningane om {name}',
  reminder: 'Vi skreiv til dykk om dette for ei stund sidan, og har ikkje fått svar enno.',
  lastCall: 'Dette er siste gongen vi skriv om dette no.',
  answerBy: 'Svar gjerne innan {date}. Det tek omtrent eit minutt.',
  scan: 'Peik kameraet på mobilen mot ruta, og trykk på lenkja som kjem opp.',
  closed: 'Fristen er ute, men svaret dykkar er teke vare på. Takk!',
};
