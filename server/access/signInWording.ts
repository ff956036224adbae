import { Role } from '#schema/access/Role.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { SignInFailureKind } from './SignInFailure.ts';

/** The words of the pages that stand before sign-in. */
export interface SignInWording {
  readonly choose: {
    readonly title: string;
    readonly lead: string;
    readonly nobody: string;
    readonly cancel: string;
  };
  /** For who is to sign in anew. */
  readonly confirm: { readonly title: string; readonly lead: string };
  /** Each role's name, and what one may do in it, in a line. */
  readonly roles: Readonly<Record<Role, readonly [name: string, may: string]>>;
  /** Each failure's title, and what it is and what to do about it. */
  readonly failures: Readonly<Record<SignInFailureKind, readonly [title: string, what: string]>>;
  readonly tryAgain: string;
  readonly toFrontPage: string;
  /** Back to what one was doing, without having confirmed. */
  readonly backWithout: string;
  readonly yourIdentity: string;
}

/**
 * Kept here and not with the client's messages, so that no browser fetches words it never shows. The roles are called the same there,
 * which a test sees to.
 */
export const signInWording: Readonly<Record<Locale, SignInWording>> = {
  nb: {
    choose: {
      title: 'Hvem vil du være?',
      lead: 'Dette er en prøveutgave av Samband, med oppdiktede brukere. Velg en av dem, så er du logget inn. Rollen bestemmer hva du ser og kan gjøre.',
      nobody:
        'Det er ingen oppdiktede brukere i denne databasen. Last inn prøvedataene med kommandoen «npm run samband -- seed», og prøv igjen.',
      cancel: 'Avbryt',
    },
    confirm: {
      title: 'Bekreft at det er deg',
      lead: 'Dette er noe bare du skal kunne gjøre. Logg inn på nytt, så vet vi at det er deg. I prøveutgaven velger du deg selv.',
    },
    roles: {
      [Role.READER]: ['Leser', 'Leser registeret. Kontaktopplysninger til personer er skjult.'],
      [Role.EDITOR]: ['Registerkontakt', 'Holder organisasjoner og personer oppdatert.'],
      [Role.COORDINATOR]: ['Koordinator', 'Finner og når de rette, også når det haster.'],
      [Role.RECRUITER]: ['Rekrutterer', 'Finner folk til råd, styrer og utvalg.'],
      [Role.PROGRAMME_LEAD]: [
        'Programleder',
        'Har oversikt over hele arbeidet og retter i registeret.',
      ],
      [Role.PRIVACY_OFFICER]: [
        'Personvernombud',
        'Følger med på personvernet. Kontaktopplysninger til personer er skjult.',
      ],
      [Role.ADMINISTRATOR]: [
        'Administrator',
        'Styrer brukere og tilganger. Kontaktopplysninger til personer er skjult.',
      ],
      [Role.SYSTEM]: ['System', 'Et annet datasystem.'],
      [Role.ORGANISATION_CONTACT]: [
        'Organisasjonens kontakt',
        'Ser over sin egen organisasjon, med personlig lenke.',
      ],
      [Role.PERSON]: ['Person', 'Ser over det som står om en selv, med personlig lenke.'],
    },
    failures: {
      cancelled: [
        'Du avbrøt innloggingen',
        'Du er ikke logget inn. Du kan prøve igjen når du vil.',
      ],
      expired: [
        'Innloggingen ble ikke fullført',
        'Den tok for lang tid, var brukt før eller ble startet i en annen nettleser. Prøv igjen.',
      ],
      refused: [
        'Innloggingen ble avvist',
        'Svaret fra innloggingstjenesten stemte ikke med det vi spurte om, så vi slapp det ikke inn. Prøv igjen. Skjer det på nytt, si fra til den som administrerer Samband hos dere.',
      ],
      tooWeak: [
        'Innloggingen var ikke sikker nok',
        'Samband krever et høyere sikkerhetsnivå enn det du logget inn med. Prøv igjen, og velg en sikrere måte å logge inn på, som BankID.',
      ],
      anotherUser: [
        'Du logget inn som en annen',
        'Du skulle bekrefte at det er deg, men logget inn som en annen enn den du er logget inn som i Samband. Ingenting er gjort. Prøv igjen som deg selv.',
      ],
      unreachable: [
        'Innloggingstjenesten svarer ikke',
        'Samband virker, men får ikke kontakt med tjenesten du logger inn med. Prøv igjen om noen minutter.',
      ],
      unknownUser: [
        'Du har ikke tilgang til Samband ennå',
        'Du er logget inn på jobbkontoen din, men ingen har gitt den tilgang til Samband. Be den som administrerer Samband hos dere om tilgang.',
      ],
      disabledUser: [
        'Tilgangen din er sperret',
        'Spør den som administrerer Samband hos dere hvis du mener at det er feil.',
      ],
      notConfigured: [
        'Innlogging er ikke satt opp',
        'Den som drifter Samband, må oppgi hvilken innloggingstjeneste som skal brukes (OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET).',
      ],
      tooOften: [
        'Det ble for mange forsøk',
        'Det er logget inn veldig mange ganger herfra på kort tid. Vent et minutt, og prøv igjen.',
      ],
      fault: ['Noe gikk galt hos oss', 'Dette er vår feil, ikke din. Prøv igjen om litt.'],
    },
    tryAgain: 'Prøv igjen',
    toFrontPage: 'Til forsiden',
    backWithout: 'Tilbake uten å bekrefte',
    yourIdentity: 'Oppgi denne koden når du spør:',
  },
  nn: {
    choose: {
      title: 'Kven vil du vere?',
      lead: 'Dette er ei prøveutgåve av Samband, med oppdikta brukarar. Vel ein av dei, så er du logga inn. Rolla avgjer kva du ser og kan gjere.',
      nobody:
        'Det er ingen oppdikta brukarar i denne databasen. Last inn prøvedataa med kommandoen «npm run samband -- seed», og prøv att.',
      cancel: 'Avbryt',
    },
    confirm: {
      title: 'Stadfest at det er deg',
      lead: 'Dette er noko berre du skal kunne gjere. Logg inn på nytt, så veit vi at det er deg. I prøveutgåva vel du deg sjølv.',
    },
    roles: {
      [Role.READER]: ['Lesar', 'Les registeret. Kontaktopplysningar til personar er skjulte.'],
      [Role.EDITOR]: ['Registerkontakt', 'Held organisasjonar og personar oppdaterte.'],
      [Role.COORDINATOR]: ['Koordinator', 'Finn og når dei rette, også når det hastar.'],
      [Role.RECRUITER]: ['Rekrutterar', 'Finn folk til råd, styre og utval.'],
      [Role.PROGRAMME_LEAD]: [
        'Programleiar',
        'Har oversikt over heile arbeidet og rettar i registeret.',
      ],
      [Role.PRIVACY_OFFICER]: [
        'Personvernombod',
        'Følgjer med på personvernet. Kontaktopplysningar til personar er skjulte.',
      ],
      [Role.ADMINISTRATOR]: [
        'Administrator',
        'Styrer brukarar og tilgangar. Kontaktopplysningar til personar er skjulte.',
      ],
      [Role.SYSTEM]: ['System', 'Eit anna datasystem.'],
      [Role.ORGANISATION_CONTACT]: [
        'Kontakt for organisasjonen',
        'Ser over sin eigen organisasjon, med personleg lenkje.',
      ],
      [Role.PERSON]: ['Person', 'Ser over det som står om ein sjølv, med personleg lenkje.'],
    },
    failures: {
      cancelled: ['Du avbraut innlogginga', 'Du er ikkje logga inn. Du kan prøve att når du vil.'],
      expired: [
        'Innlogginga vart ikkje fullført',
        'Ho tok for lang tid, var brukt før eller vart starta i ein annan nettlesar. Prøv att.',
      ],
      refused: [
        'Innlogginga vart avvist',
        'Svaret frå innloggingstenesta stemte ikkje med det vi spurde om, så vi slapp det ikkje inn. Prøv att. Skjer det på nytt, sei frå til den som administrerer Samband hos dykk.',
      ],
      tooWeak: [
        'Innlogginga var ikkje sikker nok',
        'Samband krev eit høgare tryggleiksnivå enn det du logga inn med. Prøv att, og vel ein sikrare måte å logge inn på, som BankID.',
      ],
      anotherUser: [
        'Du logga inn som ein annan',
        'Du skulle stadfeste at det er deg, men logga inn som ein annan enn den du er logga inn som i Samband. Ingenting er gjort. Prøv att som deg sjølv.',
      ],
      unreachable: [
        'Innloggingstenesta svarer ikkje',
        'Samband verkar, men får ikkje kontakt med tenesta du loggar inn med. Prøv att om nokre minutt.',
      ],
      unknownUser: [
        'Du har ikkje tilgang til Samband enno',
        'Du er logga inn på jobbkontoen din, men ingen har gitt han tilgang til Samband. Be den som administrerer Samband hos dykk om tilgang.',
      ],
      disabledUser: [
        'Tilgangen din er sperra',
        'Spør den som administrerer Samband hos dykk om du meiner at det er feil.',
      ],
      notConfigured: [
        'Innlogging er ikkje sett opp',
        'Den som driftar Samband, må oppgje kva innloggingsteneste som skal brukast (OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET).',
      ],
      tooOften: [
        'Det vart for mange forsøk',
        'Det er logga inn svært mange gonger herifrå på kort tid. Vent eit minutt, og prøv att.',
      ],
      fault: ['Noko gjekk gale hos oss', 'Dette er vår feil, ikkje din. Prøv att om litt.'],
    },
    tryAgain: 'Prøv att',
    toFrontPage: 'Til framsida',
    backWithout: 'Tilbake utan å stadfeste',
    yourIdentity: 'Oppgje denne koden når du spør:',
  },
  en: {
    choose: {
      title: 'Who would you like to be?',
      lead: 'This is a trial of Samband, with invented users. Choose one of them, and you are signed in. The role decides what you see and may do.',
      nobody:
        'There are no invented users in this database. Load the trial data with the command «npm run samband -- seed», and try again.',
      cancel: 'Cancel',
    },
    confirm: {
      title: 'Confirm that it is you',
      lead: 'This is something that only you should be able to do. Sign in anew, and we know that it is you. In the trial you choose yourself.',
    },
    roles: {
      [Role.READER]: ['Reader', 'Reads the register. How to reach people is hidden.'],
      [Role.EDITOR]: ['Register editor', 'Keeps organisations and people up to date.'],
      [Role.COORDINATOR]: ['Coordinator', 'Finds and reaches the right people, also in a hurry.'],
      [Role.RECRUITER]: ['Recruiter', 'Finds people for councils, boards and committees.'],
      [Role.PROGRAMME_LEAD]: [
        'Programme lead',
        'Sees the work as a whole, and corrects the register.',
      ],
      [Role.PRIVACY_OFFICER]: [
        'Privacy officer',
        'Watches over privacy. How to reach people is hidden.',
      ],
      [Role.ADMINISTRATOR]: [
        'Administrator',
        'Looks after users and access. How to reach people is hidden.',
      ],
      [Role.SYSTEM]: ['System', 'Another computer system.'],
      [Role.ORGANISATION_CONTACT]: [
        'Contact of an organisation',
        'Looks over their own organisation, by personal link.',
      ],
      [Role.PERSON]: ['Person', 'Looks over what is kept of themselves, by personal link.'],
    },
    failures: {
      cancelled: [
        'You cancelled the sign-in',
        'You are not signed in. Try again whenever you like.',
      ],
      expired: [
        'The sign-in was not completed',
        'It took too long, was used before, or was started in another browser. Try again.',
      ],
      refused: [
        'The sign-in was refused',
        'The answer from the sign-in service did not match what we asked, so we did not let it in. Try again. If it happens anew, tell whoever administers Samband where you work.',
      ],
      tooWeak: [
        'The sign-in was not strong enough',
        'Samband asks for a higher level of security than the one that you signed in with. Try again, and choose a stronger way to sign in, such as BankID.',
      ],
      anotherUser: [
        'You signed in as somebody else',
        'You were to confirm that it is you, but signed in as another than the one you are signed in as in Samband. Nothing was done. Try again as yourself.',
      ],
      unreachable: [
        'The sign-in service does not answer',
        'Samband works, but cannot reach the service that you sign in with. Try again in a few minutes.',
      ],
      unknownUser: [
        'You do not have access to Samband yet',
        'You are signed in with your work account, but nobody has given it access to Samband. Ask whoever administers Samband where you work.',
      ],
      disabledUser: [
        'Your access is closed',
        'Ask whoever administers Samband where you work if you think that this is wrong.',
      ],
      notConfigured: [
        'Sign-in is not set up',
        'Whoever runs Samband has to name the sign-in service to use (OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET).',
      ],
      tooOften: [
        'That was too many attempts',
        'There have been very many sign-ins from here in a short time. Wait a minute, and try again.',
      ],
      fault: [
        'Something went wrong with us',
        'This is our fault, not yours. Try again in a moment.',
      ],
    },
    tryAgain: 'Try again',
    toFrontPage: 'To the front page',
    backWithout: 'Back without confirming',
    yourIdentity: 'Give this code when you ask:',
  },
};
