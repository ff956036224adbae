import { useIntl } from 'react-intl';

/** Periode. From a month, or from one month to another; the last day is included. */
export function Period({ since, until }: { since: string; until: string | null }) {
  const { formatMessage, formatDate } = useIntl();
  const month = (date: string) =>
    formatDate(date, { year: 'numeric', month: 'long', timeZone: 'UTC' });

  return (
    <span>
      {until
        ? formatMessage({ id: 'contact.fromTo' }, { since: month(since), until: month(until) })
        : formatMessage({ id: 'contact.since' }, { since: month(since) })}
    </span>
  );
}
