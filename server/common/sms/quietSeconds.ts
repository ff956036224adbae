/** Stille timer. From the hour at which nobody is disturbed any more to that from which they may be again. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export const usualQuietHours: QuietHours = { from: 21, to: 8 };

const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = 24 * 3_600;

/** For how many seconds nobody is to be disturbed; 0 where they may be. Of the night in which the clock is changed, too. */
export function quietSeconds(now: Date, { from, to }: QuietHours): number {
  const time = secondsOf(now);
  const [begins, ends] = [from * 3_600, to * 3_600];
  const isQuiet = begins < ends ? time >= begins && time < ends : time >= begins || time < ends;
  if (!isQuiet || begins === ends) return 0;
  const wait = (ends - time + day) % day;
  // Between the two the clock may be put forward or back.
  const off = secondsOf(new Date(now.getTime() + wait * 1_000)) - ends;
  return wait - off;
}

function secondsOf(moment: Date): number {
  const [hours = 0, minutes = 0, seconds = 0] = oslo.format(moment).split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}
