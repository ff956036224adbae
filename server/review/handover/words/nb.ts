import type { HandoverWording } from './HandoverWording.ts';

export const nb: HandoverWording = {
  way: 'Er du ikke lenger leder eller kontaktperson? Si hvem som har overtatt',
  title: 'Hvem har overtatt?',
  lead: 'Vi spør den nye selv, og lagrer ingenting i registeret før de har sagt ja og noen hos oss har sett over det. Da tar vi også ut opplysningene om deg.',
  codeLead: 'Først trenger du en kode, i tilfelle lenken er kommet på avveie.',
  sendCode: 'Send meg en kode',
  noCode:
    'Lenken kom i posten, så vi har ingen steder å sende en kode. Ring eller skriv til den som står i brevet, så skriver de det inn for deg.',
  which: 'Hva er du ikke lenger?',
  givenName: 'Fornavn til den nye',
  familyName: 'Etternavn',
  reach: 'E-post eller mobilnummer til den nye',
  reachHint: 'Ett av dem er nok. Vi sender en melding dit.',
  send: 'Send',
  badName: 'Skriv navnet.',
  badLong: 'Dette er for langt.',
  badReach: 'Skriv en e-postadresse eller et mobilnummer.',
  badMobile: 'Dette er ikke et mobilnummer.',
  badSms: 'Vi kan ikke sende SMS herfra. Skriv en e-postadresse.',
  badSame: 'Dette er adressen vi har fra før. Skriv adressen til den nye.',
  badWhich: 'Velg hva du ikke lenger er.',
  sentTitle: 'Takk! Vi har skrevet til den nye',
  sentWhy:
    'Når de har sagt ja, ser noen hos oss over det, og så får du beskjed. Til da står alt som før. Svarer de ikke innen 30 dager, glemmer vi hvem det var.',
  takeBack: 'Trekk det tilbake',
  takenBack: 'Det er trukket tilbake. Alt står som før.',

  askSubject: 'Har du overtatt i {name}?',
  askText:
    'Vi har fått beskjed om at du har overtatt som leder eller kontaktperson i {name}. Åpne lenken for å si om det stemmer:',
  askKept:
    'Vi har bare navnet ditt og adressen som dette kom til. Sier du nei, sletter vi det. Svarer du ikke innen 30 dager, sletter vi det også.',
  askSms: 'Samband, helsetjenestens register: Har du overtatt i {name}? Svar her:',
  openTitle: 'Har du overtatt i en organisasjon?',
  openLead:
    'Du har fått en melding fra Samband, registeret som helsetjenesten bruker for å nå organisasjoner.',
  openAction: 'Vis spørsmålet',
  openFailed:
    'Lenken kan være skrevet feil, ha gått ut eller være besvart. Har du spørsmål, svar på meldingen du fikk.',
  confirmTitle: 'Har du overtatt i {name}?',
  confirmLead:
    'Noen har sagt at du nå er leder eller kontaktperson i {name}. Se om navnet ditt er riktig skrevet.',
  ownGivenName: 'Fornavnet ditt',
  consent: 'Samtykke',
  consentTick: 'Jeg sier ja til dette',
  badConsent: 'Sett kryss ved samtykket, eller svar nei.',
  yes: 'Ja, det stemmer',
  no: 'Nei, det stemmer ikke',
  thanksTitle: 'Takk!',
  thanksWhy: 'Noen hos oss ser over det, og sier fra til deg.',
  noTitle: 'Takk for at du sa fra',
  noWhy: 'Vi har slettet navnet og adressen din. Ingenting er endret i registeret.',

  approvedNewSubject: 'Du står nå i registeret for {name}',
  approvedNewText:
    'Takk for at du har overtatt. Du kan når som helst be oss om å rette eller slette opplysningene om deg: svar på dette brevet.',
  approvedOldSubject: 'Noen andre har overtatt i {name}',
  approvedOldText:
    'Takk for innsatsen! Du står ikke lenger for dette i registeret. Det vi hadde om deg og ikke trenger lenger, er tatt ut.',
  refusedSubject: 'Om hvem som har overtatt i {name}',
  refusedText: 'Vi har ikke endret noe i registeret. Dette er grunnen:',
};
