import { useIntl } from 'react-intl';

const shown = 4;

/** A few of many: the first ones by name, the rest by number. */
export function Enumeration({ values }: { values: readonly string[] }) {
  const { formatMessage } = useIntl();
  if (values.length === 0) return null;
  const rest = values.length - shown;

  return (
    <span className="enumeration">
      <bdi>{values.slice(0, shown).join(', ')}</bdi>
      {rest > 0 && ` ${formatMessage({ id: 'directory.andMore' }, { count: rest })}`}
    </span>
  );
}
