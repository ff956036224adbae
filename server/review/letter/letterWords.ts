import type { Locale } from '#schema/common/Locale.ts';

/** What the page says to the one who prints, and no letter does. */
interface LetterWording {
  readonly title: (count: number) => string;
  readonly how: string;
  readonly print: string;
  readonly after: string;
  readonly nothingTitle: string;
  readonly nothing: string;
  readonly signInTitle: string;
  readonly signIn: string;
  readonly refusedTitle: string;
  readonly refused: string;
}

/** Ord til den som skriver ut. */
export const letterWords: Readonly<Record<Locale, LetterWording>> = {
  nb: {
    title: (count) => (count === 1 ? '1 brev' : `${count} brev`),
    how: 'Hver virksomhet får sitt eget ark. Adressen passer til en konvolutt med vindu til venstre.',
    print: 'Skriv ut',
    after:
      'Når brevene er lagt i posten, går du tilbake til runden og velger «Marker som sendt». Brevene åpner sidene til dem de er til: la dem ikke bli liggende.',
    nothingTitle: 'Ingen brev å skrive ut',
    nothing:
      'Brevene kan være skrevet ut eller besvart i mellomtiden. Lukk siden, og se på runden på nytt.',
    signInTitle: 'Du er logget ut',
    signIn: 'Lukk siden, logg inn på nytt og prøv igjen.',
    refusedTitle: 'Du kan ikke skrive ut disse brevene',
    refused: 'De skrives ut av dem som leder runden.',
  },
  nn: {
    title: (count) => (count === 1 ? '1 brev' : `${count} brev`),
    how: 'Kvar verksemd får sitt eige ark. Adressa passar til ein konvolutt med vindauge til venstre.',
    print: 'Skriv ut',
    after:
      'Når breva er lagde i posten, går du tilbake til runden og vel «Marker som sendt». Breva opnar sidene til dei dei er til: lat dei ikkje bli liggjande.',
    nothingTitle: 'Ingen brev å skrive ut',
    nothing:
      'Breva kan vere skrivne ut eller svara på i mellomtida. Lat att sida, og sjå på runden på nytt.',
    signInTitle: 'Du er logga ut',
    signIn: 'Lat att sida, logg inn på nytt og prøv igjen.',
    refusedTitle: 'Du kan ikkje skrive ut desse breva',
    refused: 'Dei blir skrivne ut av dei som leier runden.',
  },
  en: {
    title: (count) => (count === 1 ? '1 letter' : `${count} letters`),
    how: 'Each organisation has a sheet of its own. The address fits an envelope with a window on the left.',
    print: 'Print',
    after:
      'When the letters are in the post, go back to the round and choose “Mark as sent”. The letters open the pages of those they are to: do not leave them lying about.',
    nothingTitle: 'No letters to print',
    nothing:
      'They may have been printed or answered meanwhile. Close this page, and look at the round again.',
    signInTitle: 'You are signed out',
    signIn: 'Close this page, sign in again and try once more.',
    refusedTitle: 'You cannot print these letters',
    refused: 'They are printed by those who lead the round.',
  },
};
