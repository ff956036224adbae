/** A Norwegian number in groups, as people read it; anything else as it is. */
export function groupedNumber(value: string): string {
  const number = /^\+47(\d{3})(\d{2})(\d{3})$/.exec(value);
  if (!number) return value;
  const [, start = '', middle = '', end = ''] = number;
  // A landline is read in pairs, a mobile number as three, two, three.
  const isLandline = /^[2-35-7]/.test(start);
  const groups = isLandline ? ((start + middle + end).match(/../g) ?? []) : [start, middle, end];
  return ['+47', ...groups].join('\u00a0');
}
