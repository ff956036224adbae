import { useIntl } from 'react-intl';

/** A point in time as people say it, in Norway's time. */
export function useMoment(): (moment: string) => string {
  const { formatDate } = useIntl();
  return (moment) =>
    formatDate(moment, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Oslo' });
}
