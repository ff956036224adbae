import { DuplicateReasonKind } from '#schema/directory/duplicate/DuplicateReasonKind.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';

const { ORGANISATION, PERSON } = RecordKind;

/**
 * Vekter. What each thing in common says, of a hundred. Names of people are shared by many who are not the same; those of organisations
 * seldom are. What lies in the same place, or is of the same people, says something only beside something else.
 */
export const weights: Readonly<Record<RecordKind, Readonly<Record<DuplicateReasonKind, number>>>> =
  {
    [ORGANISATION]: {
      [DuplicateReasonKind.NUMBER]: 100,
      [DuplicateReasonKind.NAME]: 65,
      [DuplicateReasonKind.NAME_IN_OTHER_WORDS]: 50,
      [DuplicateReasonKind.NAME_ALIKE]: 45,
      [DuplicateReasonKind.OTHER_NAME]: 50,
      [DuplicateReasonKind.WORDS]: 25,
      [DuplicateReasonKind.PHONE]: 30,
      [DuplicateReasonKind.EMAIL]: 35,
      [DuplicateReasonKind.WEBSITE]: 30,
      [DuplicateReasonKind.ADDRESS]: 15,
      [DuplicateReasonKind.AREA]: 10,
      [DuplicateReasonKind.PEOPLE]: 20,
      [DuplicateReasonKind.ORGANISATION]: 0,
    },
    [PERSON]: {
      [DuplicateReasonKind.NUMBER]: 0,
      [DuplicateReasonKind.NAME]: 40,
      [DuplicateReasonKind.NAME_IN_OTHER_WORDS]: 40,
      [DuplicateReasonKind.NAME_ALIKE]: 30,
      [DuplicateReasonKind.OTHER_NAME]: 40,
      [DuplicateReasonKind.WORDS]: 15,
      [DuplicateReasonKind.PHONE]: 30,
      [DuplicateReasonKind.EMAIL]: 35,
      [DuplicateReasonKind.WEBSITE]: 10,
      [DuplicateReasonKind.ADDRESS]: 5,
      [DuplicateReasonKind.AREA]: 10,
      [DuplicateReasonKind.PEOPLE]: 0,
      [DuplicateReasonKind.ORGANISATION]: 25,
    },
  };

/** Below this a pair is not worth anybody's time. */
export const least = { onEntry: 25, inTheList: 45 } as const;

export const scoreOf = (kind: RecordKind, reasons: Iterable<DuplicateReasonKind>): number =>
  Math.min(
    100,
    [...new Set(reasons)].reduce((sum, reason) => sum + weights[kind][reason], 0),
  );

/** The weightiest first. */
export const inOrder = (
  kind: RecordKind,
  reasons: Iterable<DuplicateReasonKind>,
): DuplicateReasonKind[] =>
  [...new Set(reasons)].toSorted((one, other) => weights[kind][other] - weights[kind][one]);
