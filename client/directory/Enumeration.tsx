import { useIntl } from 'react-intl';

const shown = 4;

/** A few of many: those that were asked for, then the first ones by name, the rest by number. */
export function Enumeration({
  values: given,
  wanted = [],
}: {
  values: readonly string[];
  wanted?: readonly string[];
}) {
  const { formatMessage } = useIntl();
  const isWanted = (value: string) => wanted.some((start) => value.startsWith(start));
  const values = given.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
  const rest = values.length - shown;

  return (
    <span>
      <bdi>{values.slice(0, shown).join(', ')}</bdi>
      {rest > 0 && ` ${formatMessage({ id: 'directory.andMore' }, { count: rest })}`}
    </span>
  );
}
