import { useIntl } from 'react-intl';

/** The day of a moment, as people say it in Norway's time. */
export function useDay(): (moment: string) => string {
  const { formatDate } = useIntl();
  return (moment) =>
    formatDate(moment, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'Europe/Oslo',
    });
}
