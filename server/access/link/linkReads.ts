import { PersonalLink } from '#schema/access/PersonalLink.ts';
import { staffOnly } from '#server/access/ownRows.ts';
import { computed, visible } from '#server/common/ReadModel.ts';

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The day of a moment, as it comes from the database. */
const dayOf = (moment: string | null): string | null =>
  moment === null ? null : oslo.format(new Date(moment));

/** How personal links are read: the days of what has become of them, never what opens them. */
export const linkReads = [
  visible(PersonalLink, staffOnly),
  ...(
    [
      ['issuedOn', 'issuedAt'],
      ['sentOn', 'sentAt'],
      ['failedOn', 'failedAt'],
      ['bouncedOn', 'bouncedAt'],
      ['openedOn', 'openedAt'],
      ['revokedOn', 'revokedAt'],
    ] as const
  ).map(([day, moment]) =>
    computed(PersonalLink, day, [moment], (row: Readonly<Record<string, string | null>>) =>
      dayOf(row[moment] ?? null),
    ),
  ),
];
