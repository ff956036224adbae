import type { LinkWording } from './LinkWording.ts';

export const nn: LinkWording = {
  ownName: 'Nynorsk',
  isDraft: false,
  draft: '',
  language: 'Språk',

  openTitle: 'Opne lenkja di',
  openLead:
    'Du har fått ei personleg lenkje frå Samband, registeret som helsetenesta bruker for å nå organisasjonar og ressurspersonar.',
  open: 'Vis opplysningane',
  typeLead: 'Du kan òg skrive koden som står under lenkja i brevet.',
  typedCode: 'Kode frå brevet',
  typedCodeHint: 'Tolv teikn. Store og små bokstavar er det same, og bindestrekane kan du sløyfe.',

  failedTitle: 'Lenkja verkar ikkje',
  failedWhy: 'Ho kan ha gått ut, vere trekt tilbake eller vere skriven feil.',
  againLead: 'Vi kan sende ei ny til adressa som står i registeret.',
  again: 'Send meg ei ny lenkje',
  sentTitle: 'Sjå etter eit nytt brev',
  sentWhy:
    'Viss lenkja hadde gått ut, er ei ny på veg til adressa som står i registeret. Det kan ta nokre minutt. Kjem det ikkje noko, kan du svare på brevet du fekk.',
  overTitle: 'Du må opne lenkja på nytt',
  overWhy:
    'Det er ein time sidan du opna ho, eller du har logga ut. Trykk på lenkja i brevet ein gong til.',
  waitTitle: 'Vent litt',
  waitWhy: 'Det har vore mange forsøk på kort tid. Prøv igjen om nokre minutt.',

  pageTitle: 'Dette står om {name}',
  whoAsks: '{issuer} bed deg sjå over det Samband har om {name}.',
  whyTitle: 'Kvifor spør vi?',
  whatFor:
    'Samband er helsetenesta sitt register over organisasjonar og ressurspersonar. Det blir brukt for å nå folk når det hastar, og for å invitere til møte og råd. Annakvart år spør vi om opplysningane framleis stemmer.',
  until: 'Lenkja verkar til og med {date}.',
  isWrong: 'Er noko feil, eller treng du hjelp? Skriv til',
  answerLetter: 'Er noko feil, eller treng du hjelp? Svar på brevet du fekk.',
  facts: 'Dette står i registeret',
  alsoCalled: 'Andre namn',
  kind: 'Slag organisasjon',
  number: 'Organisasjonsnummer',
  languages: 'Språk',
  communities: 'Landbakgrunnar',
  topics: 'Tema',
  areas: 'Område',
  wholeCountry: 'Heile Noreg',
  contact: 'Kontaktopplysningar',
  none: 'Ikkje oppgitt',

  maskedWhy: 'Kontaktopplysningane er delvis skjulte, i tilfelle lenkja er komen på avvegar.',
  sendCode: 'Send meg ein kode, så dei blir viste',
  codeSent:
    'Vi sender ein kode på åtte siffer til e-postadressa i registeret. Han varer i ti minutt.',
  shortCode: 'Kode, åtte siffer',
  show: 'Vis kontaktopplysningane',
  shown: 'Kontaktopplysningane blir viste i ti minutt.',
  codeWrong: 'Koden stemmer ikkje. Sjå etter i det nyaste brevet, og prøv igjen.',
  codeLocked: 'Koden var feil fem gonger, og verkar ikkje lenger. Be om ein ny.',
  codeGone: 'Koden er brukt eller for gammal. Be om ein ny.',
  codeTooMany: 'Det er sendt mange kodar den siste timen. Vent ein time, og prøv igjen.',

  signOut: 'Logg ut',
  signedOutTitle: 'Du er logga ut',
  signedOutWhy: 'Lenkja i brevet verkar framleis. Du kan lukke denne sida.',

  letterSubject: 'Sjå over opplysningane om {name}',
  letterHello: 'Hei!',
  letterLink: 'Opne lenkja for å sjå dei:',
  letterCode: 'Verkar ikkje lenkja? Gå til {address} og skriv koden:',
  letterSafe:
    'Ikkje send brevet vidare til andre. Har du fått det ved ein feil, treng du ikkje gjere noko.',
  codeSubject: 'Kode frå Samband',
  codeLetter: 'Skriv denne koden for å vise kontaktopplysningane. Han varer i ti minutt:',
  codeLetterConsent: 'Skriv denne koden for å trekkja eit samtykke. Han varer i ti minutt:',
  codeLetterHandOver: 'Skriv denne koden for å seia kven som har teke over. Han varer i ti minutt:',
  codeLetterErase: 'Skriv denne koden for å sletta alt om deg. Han varer i ti minutt:',
  codeSafe:
    'Har du ikkje bede om ein kode, er det nokon andre som har lenkja di. Svar på dette brevet, så trekkjer vi ho tilbake.',

  phone: 'Telefon',
  sms: 'SMS',
  email: 'E-post',
  website: 'Nettstad',
  post: 'Postadresse',
  meetingPlace: 'Møtestad',
};
