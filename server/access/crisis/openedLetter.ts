import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { letterOf, type Written } from '#server/access/link/linkLetters.ts';
import type { ToldOf } from './tellOfficers.ts';

/** What there is to tell of one that was opened. */
export interface Opened {
  readonly id: string;
  readonly crisis: string;
  readonly openedBy: string;
  readonly reason: string;
  readonly confirmedBy: string | null;
  readonly expiresAt: string;
}

const until = new Intl.DateTimeFormat('nb-NO', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Oslo',
});

/**
 * The letter to the privacy officer: who, in which crisis, why, until when, and where to look and to end it. The staff's letters are in
 * bokmål: nobody has told which language each of them reads. Subjects have no names, for they stand on locked screens.
 */
export function openedLetter(
  publicUrl: URL,
  { id, crisis, openedBy, reason, confirmedBy, expiresAt }: Opened,
  what: ToldOf,
): Written {
  const isConfirmed = what === 'confirmed' && confirmedBy !== null;
  return letterOf(
    LinkLanguage.NB,
    isConfirmed ? 'Nødtilgang er bekreftet' : 'Nødtilgang er åpnet',
    [
      isConfirmed
        ? `${confirmedBy} har bekreftet nødtilgangen til ${openedBy} i krisen «${crisis}».`
        : `${openedBy} har åpnet nødtilgang i krisen «${crisis}».`,
      `Grunnen som ble oppgitt: ${reason}`,
      `Den varer til ${until.format(new Date(expiresAt))}. Alt som blir sett, blir logget.`,
      'Du kan se nødtilgangen og avslutte den her:',
      new URL(`/krise/nodtilgang/${id}`, publicUrl),
    ],
  );
}
