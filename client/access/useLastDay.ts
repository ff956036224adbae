import { useIntl } from 'react-intl';

const atMidnight = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Oslo',
});

/** The last whole day before a moment, as people say it; null for a moment in the middle of a day. */
export function useLastDay(): (moment: string) => string | null {
  const { formatDate } = useIntl();
  return (moment) => {
    const end = new Date(moment);
    if (atMidnight.format(end) !== '00:00') return null;
    return formatDate(end.getTime() - 1, { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  };
}
