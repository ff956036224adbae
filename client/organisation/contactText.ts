import { groupedNumber } from '#schema/language/groupedNumber.ts';
import type { ContactChannel } from './contactOrder.ts';

/** A contact value as people read it: Norwegian numbers in groups, pages without what every page has. */
export function contactText(channel: ContactChannel, value: string): string {
  if (channel === 'WEBSITE' || channel === 'FACEBOOK') {
    return value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  }
  return groupedNumber(value);
}
