import { Purpose } from '#schema/access/Purpose.ts';

/** What else a person is to the register than what ends. */
export interface Held {
  /** Whether they are something to an organisation, this one or another, from the day after. */
  readonly isElsewhere: boolean;
  /** Whether they have said what they are willing to do. */
  readonly isWilling: boolean;
  /** What they have said yes to, and what still holds. */
  readonly consents: readonly { readonly id: string; readonly purpose: Purpose }[];
}

/** What becomes of what the register has of them. */
export interface Retirement {
  readonly endsConsents: readonly string[];
  readonly retiresContacts: boolean;
  readonly isArchived: boolean;
}

/**
 * Det som går med. What goes when somebody no longer is what they were to an organisation.
 *
 * The yes to being asked about the register was said for the role: it ends with the last one. What they said yes to for themselves, a
 * crisis, meetings, councils, and what they offered to do, stays theirs, and so do the ways to reach them that it needs. Of whom nothing
 * else is left, nobody needs to know how they are reached: that is taken out, and the person put away.
 */
export function retirement({ isElsewhere, isWilling, consents }: Held): Retirement {
  const isTheirs = ({ purpose }: { purpose: Purpose }) => purpose !== Purpose.REGISTER_CARE;
  const isHeld = isElsewhere || isWilling || consents.some(isTheirs);
  return {
    endsConsents: isElsewhere ? [] : consents.filter((it) => !isTheirs(it)).map(({ id }) => id),
    retiresContacts: !isHeld,
    isArchived: !isHeld,
  };
}
