import type { HandoverWording } from './HandoverWording.ts';

export const nn: HandoverWording = {
  way: 'Er du ikkje lenger leiar eller kontaktperson? Sei kven som har teke over',
  title: 'Kven har teke over?',
  lead: 'Vi spør den nye sjølv, og lagrar ingenting i registeret før dei har sagt ja og nokon hos oss har sett over det. Då tek vi òg ut opplysningane om deg.',
  codeLead: 'Først treng du ein kode, i tilfelle lenkja har kome på avvegar.',
  sendCode: 'Send meg ein kode',
  noCode:
    'Lenkja kom i posten, så vi har ingen stader å senda ein kode. Ring eller skriv til den som står i brevet, så skriv dei det inn for deg.',
  which: 'Kva er du ikkje lenger?',
  givenName: 'Førenamnet til den nye',
  familyName: 'Etternamn',
  reach: 'E-post eller mobilnummer til den nye',
  reachHint: 'Eitt av dei er nok. Vi sender ei melding dit.',
  send: 'Send',
  badName: 'Skriv namnet.',
  badLong: 'Dette er for langt.',
  badReach: 'Skriv ei e-postadresse eller eit mobilnummer.',
  badMobile: 'Dette er ikkje eit mobilnummer.',
  badSms: 'Vi kan ikkje senda SMS herifrå. Skriv ei e-postadresse.',
  badSame: 'Dette er adressa vi har frå før. Skriv adressa til den nye.',
  badWhich: 'Vel kva du ikkje lenger er.',
  sentTitle: 'Takk! Vi har skrive til den nye',
  sentWhy:
    'Når dei har sagt ja, ser nokon hos oss over det, og så får du beskjed. Til då står alt som før. Svarar dei ikkje innan 30 dagar, gløymer vi kven det var.',
  takeBack: 'Trekk det tilbake',
  takenBack: 'Det er trekt tilbake. Alt står som før.',

  askSubject: 'Har du teke over i {name}?',
  askText:
    'Vi har fått beskjed om at du har teke over som leiar eller kontaktperson i {name}. Opna lenkja for å seia om det stemmer:',
  askKept:
    'Vi har berre namnet ditt og adressa som dette kom til. Seier du nei, slettar vi det. Svarar du ikkje innan 30 dagar, slettar vi det òg.',
  askSms: 'Samband, registeret til helsetenesta: Har du teke over i {name}? Svar her:',
  openTitle: 'Har du teke over i ein organisasjon?',
  openLead:
    'Du har fått ei melding frå Samband, registeret som helsetenesta bruker for å nå organisasjonar.',
  openAction: 'Vis spørsmålet',
  openFailed:
    'Lenkja kan vera skriven feil, ha gått ut eller vera svara på. Har du spørsmål, svar på meldinga du fekk.',
  confirmTitle: 'Har du teke over i {name}?',
  confirmLead:
    'Nokon har sagt at du no er leiar eller kontaktperson i {name}. Sjå om namnet ditt er rett skrive.',
  ownGivenName: 'Førenamnet ditt',
  consent: 'Samtykke',
  consentTick: 'Eg seier ja til dette',
  badConsent: 'Set kryss ved samtykket, eller svar nei.',
  yes: 'Ja, det stemmer',
  no: 'Nei, det stemmer ikkje',
  thanksTitle: 'Takk!',
  thanksWhy: 'Nokon hos oss ser over det, og seier frå til deg.',
  noTitle: 'Takk for at du sa frå',
  noWhy: 'Vi har sletta namnet og adressa di. Ingenting er endra i registeret.',

  approvedNewSubject: 'Du står no i registeret for {name}',
  approvedNewText:
    'Takk for at du har teke over. Du kan når som helst be oss om å retta eller sletta opplysningane om deg: svar på dette brevet.',
  approvedOldSubject: 'Nokon andre har teke over i {name}',
  approvedOldText:
    'Takk for innsatsen! Du står ikkje lenger for dette i registeret. Det vi hadde om deg og ikkje treng lenger, er teke ut.',
  refusedSubject: 'Om kven som har teke over i {name}',
  refusedText: 'Vi har ikkje endra noko i registeret. Dette er grunnen:',
};
