import { useIntl } from 'react-intl';

/** Av de første. Says that numbers are of the first hits alone, where there are too many to count. */
export function OfTheFirst({ count }: { count: number }) {
  const { formatMessage } = useIntl();
  return <p className="facet-rest">{formatMessage({ id: 'directory.ofTheFirst' }, { count })}</p>;
}
