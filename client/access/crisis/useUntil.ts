import { useIntl } from 'react-intl';

/** A moment that is near, as people say it in Norway's time: the weekday and the time of day. */
export function useUntil(): (moment: string) => string {
  const { formatDate } = useIntl();
  return (moment) =>
    formatDate(moment, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Oslo',
    });
}
