import type { LinkWording } from './LinkWording.ts';

export const nb: LinkWording = {
  ownName: 'Bokmål',
  isDraft: false,
  draft: '',
  language: 'Språk',

  openTitle: 'Åpne lenken din',
  openLead:
    'Du har fått en personlig lenke fra Samband, registeret som helsetjenesten bruker for å nå organisasjoner og ressurspersoner.',
  open: 'Vis opplysningene',
  typeLead: 'Du kan også skrive koden som står under lenken i brevet.',
  typedCode: 'Kode fra brevet',
  typedCodeHint: 'Tolv tegn. Store og små bokstaver er det samme, og bindestrekene kan du sløyfe.',

  failedTitle: 'Lenken virker ikke',
  failedWhy: 'Den kan ha gått ut, være trukket tilbake eller være skrevet feil.',
  againLead: 'Vi kan sende en ny til adressen som står i registeret.',
  again: 'Send meg en ny lenke',
  sentTitle: 'Se etter et nytt brev',
  sentWhy:
    'Hvis lenken var utløpt, er en ny på vei til adressen som står i registeret. Det kan ta noen minutter. Kommer det ikke noe, kan du svare på brevet du fikk.',
  overTitle: 'Du må åpne lenken på nytt',
  overWhy:
    'Det er en time siden du åpnet den, eller du har logget ut. Trykk på lenken i brevet en gang til.',
  waitTitle: 'Vent litt',
  waitWhy: 'Det har vært mange forsøk på kort tid. Prøv igjen om noen minutter.',

  pageTitle: 'Dette står om {name}',
  whoAsks: '{issuer} ber deg se over det Samband har om {name}.',
  whyTitle: 'Hvorfor spør vi?',
  whatFor:
    'Samband er helsetjenestens register over organisasjoner og ressurspersoner. Det brukes for å nå folk når det haster, og for å invitere til møter og råd. Annethvert år spør vi om opplysningene fortsatt stemmer.',
  until: 'Lenken virker til og med {date}.',
  isWrong: 'Er noe feil, eller trenger du hjelp? Skriv til',
  answerLetter: 'Er noe feil, eller trenger du hjelp? Svar på brevet du fikk.',
  facts: 'Dette står i registeret',
  alsoCalled: 'Andre navn',
  kind: 'Slag organisasjon',
  number: 'Organisasjonsnummer',
  languages: 'Språk',
  communities: 'Landbakgrunner',
  topics: 'Temaer',
  areas: 'Områder',
  wholeCountry: 'Hele Norge',
  contact: 'Kontaktopplysninger',
  none: 'Ikke oppgitt',

  maskedWhy: 'Kontaktopplysningene er delvis skjult, i tilfelle lenken er kommet på avveie.',
  sendCode: 'Send meg en kode, så de vises',
  codeSent:
    'Vi sender en kode på åtte siffer til e-postadressen i registeret. Den varer i ti minutter.',
  shortCode: 'Kode, åtte siffer',
  show: 'Vis kontaktopplysningene',
  shown: 'Kontaktopplysningene vises i ti minutter.',
  codeWrong: 'Koden stemmer ikke. Se etter i det nyeste brevet, og prøv igjen.',
  codeLocked: 'Koden var feil fem ganger, og virker ikke lenger. Be om en ny.',
  codeGone: 'Koden er brukt eller for gammel. Be om en ny.',
  codeTooMany: 'Det er sendt mange koder den siste timen. Vent en time, og prøv igjen.',

  signOut: 'Logg ut',
  signedOutTitle: 'Du er logget ut',
  signedOutWhy: 'Lenken i brevet virker fortsatt. Du kan lukke denne siden.',

  letterSubject: 'Se over opplysningene om {name}',
  letterHello: 'Hei!',
  letterLink: 'Åpne lenken for å se dem:',
  letterCode: 'Virker ikke lenken? Gå til {address} og skriv koden:',
  letterSafe:
    'Ikke send brevet videre til andre. Har du fått det ved en feil, trenger du ikke gjøre noe.',
  codeSubject: 'Kode fra Samband',
  codeLetter: 'Skriv denne koden for å vise kontaktopplysningene. Den varer i ti minutter:',
  codeLetterConsent: 'Skriv denne koden for å trekke et samtykke. Den varer i ti minutter:',
  codeLetterHandOver: 'Skriv denne koden for å si hvem som har overtatt. Den varer i ti minutter:',
  codeLetterErase: 'Skriv denne koden for å slette alt om deg. Den varer i ti minutter:',
  codeSafe:
    'Har du ikke bedt om en kode, er det noen andre som har lenken din. Svar på dette brevet, så trekker vi den tilbake.',

  phone: 'Telefon',
  sms: 'SMS',
  email: 'E-post',
  website: 'Nettsted',
  post: 'Postadresse',
  meetingPlace: 'Møtested',
};
