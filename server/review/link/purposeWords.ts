import { Purpose } from '#schema/access/Purpose.ts';
import type { ReviewWording } from './words/ReviewWording.ts';

/** What each purpose is called on the pages. */
export const purposeWords: Readonly<Record<Purpose, keyof ReviewWording>> = {
  [Purpose.REGISTER_CARE]: 'care',
  [Purpose.CRISIS]: 'crisis',
  [Purpose.MEETING]: 'meeting',
  [Purpose.COUNCIL]: 'council',
  [Purpose.AUDIT]: 'audit',
};
