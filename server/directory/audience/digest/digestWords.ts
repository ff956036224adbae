import type { Locale } from '#schema/common/Locale.ts';

interface Count {
  readonly one: string;
  readonly other: string;
}

/** The words of a digest. `{count}`, `{name}`, `{sentence}` are where those stand. */
export interface DigestWords {
  readonly subject: { readonly day: string; readonly week: string };
  readonly hello: string;
  readonly newOnes: string;
  readonly staleOnes: string;
  readonly people: Count;
  readonly more: Count;
  readonly open: string;
  readonly why: { readonly day: string; readonly week: string };
  readonly stop: string;
  readonly page: {
    readonly title: string;
    readonly ask: string;
    readonly button: string;
    readonly done: string;
    readonly doneWhat: string;
    readonly gone: string;
    readonly goneWhat: string;
    readonly toFrontPage: string;
  };
}

/** Ord i sammendraget. */
export const digestWords: Readonly<Record<Locale, DigestWords>> = {
  nb: {
    subject: { day: 'Nytt i et utvalg du følger', week: 'Ukens nytt i et utvalg du følger' },
    hello: 'Dette er nytt i utvalget «{name}»: {sentence}.',
    newOnes: 'Nye i utvalget',
    staleOnes: 'Utdaterte profiler, ikke bekreftet et halvt år etter fristen',
    people: { one: '1 person', other: '{count} personer' },
    more: { one: 'og 1 virksomhet til', other: 'og {count} virksomheter til' },
    open: 'Åpne utvalget:',
    why: {
      day: 'Du får brevet fordi du følger utvalget, og bare de dagene det er noe nytt.',
      week: 'Du får brevet fordi du følger utvalget, og bare de ukene det er noe nytt.',
    },
    stop: 'Vil du ikke ha flere slike brev?',
    page: {
      title: 'Slutt å følge utvalget',
      ask: 'Da får du ikke flere brev om det. Selve utvalget blir ikke endret.',
      button: 'Slutt å følge',
      done: 'Du følger ikke utvalget lenger',
      doneWhat: 'Du får ikke flere brev om det. Du kan følge det igjen fra siden til utvalget.',
      gone: 'Du følger ikke dette utvalget',
      goneWhat: 'Lenken gjelder ikke lenger: du har sluttet å følge utvalget, eller det er borte.',
      toFrontPage: 'Til forsiden',
    },
  },
  nn: {
    subject: { day: 'Nytt i eit utval du følgjer', week: 'Nytt denne veka i eit utval du følgjer' },
    hello: 'Dette er nytt i utvalet «{name}»: {sentence}.',
    newOnes: 'Nye i utvalet',
    staleOnes: 'Utdaterte profilar, ikkje stadfesta eit halvt år etter fristen',
    people: { one: '1 person', other: '{count} personar' },
    more: { one: 'og 1 verksemd til', other: 'og {count} verksemder til' },
    open: 'Opne utvalet:',
    why: {
      day: 'Du får brevet fordi du følgjer utvalet, og berre dei dagane det er noko nytt.',
      week: 'Du får brevet fordi du følgjer utvalet, og berre dei vekene det er noko nytt.',
    },
    stop: 'Vil du ikkje ha fleire slike brev?',
    page: {
      title: 'Slutt å følgje utvalet',
      ask: 'Då får du ikkje fleire brev om det. Sjølve utvalet blir ikkje endra.',
      button: 'Slutt å følgje',
      done: 'Du følgjer ikkje utvalet lenger',
      doneWhat: 'Du får ikkje fleire brev om det. Du kan følgje det att frå sida til utvalet.',
      gone: 'Du følgjer ikkje dette utvalet',
      goneWhat: 'Lenkja gjeld ikkje lenger: du har slutta å følgje utvalet, eller det er borte.',
      toFrontPage: 'Til framsida',
    },
  },
  en: {
    subject: {
      day: 'News in an audience you follow',
      week: 'This week’s news in an audience you follow',
    },
    hello: 'This is new in the audience “{name}”: {sentence}.',
    newOnes: 'New in the audience',
    staleOnes: 'Profiles out of date, not confirmed half a year after they were due',
    people: { one: '1 person', other: '{count} people' },
    more: { one: 'and 1 more organisation', other: 'and {count} more organisations' },
    open: 'Open the audience:',
    why: {
      day: 'You get this letter because you follow the audience, and only on days with news.',
      week: 'You get this letter because you follow the audience, and only in weeks with news.',
    },
    stop: 'No more letters like this?',
    page: {
      title: 'Stop following the audience',
      ask: 'You get no more letters about it. The audience itself is not changed.',
      button: 'Stop following',
      done: 'You no longer follow the audience',
      doneWhat:
        'You get no more letters about it. You can follow it again from the page of the audience.',
      gone: 'You do not follow this audience',
      goneWhat: 'The link no longer works: you have stopped following the audience, or it is gone.',
      toFrontPage: 'To the front page',
    },
  },
};
