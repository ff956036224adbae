import type { ContactChannel } from './contactOrder.ts';

/** A contact value as people read it: Norwegian numbers in groups, pages without what every page has. */
export function contactText(channel: ContactChannel, value: string): string {
  if (channel === 'WEBSITE' || channel === 'FACEBOOK') {
    return value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  }
  const number = /^\+47(\d{3})(\d{2})(\d{3})$/.exec(value);
  if (!number) return value;
  const [, start = '', middle = '', end = ''] = number;
  // A landline is read in pairs, a mobile number as three, two, three.
  const isLandline = /^[2-35-7]/.test(start);
  const groups = isLandline ? ((start + middle + end).match(/../g) ?? []) : [start, middle, end];
  return ['+47', ...groups].join('\u00a0');
}
