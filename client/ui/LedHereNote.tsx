import { useIntl } from 'react-intl';

/** Slått sammen. Why one is on another page than the one that one asked for. */
export function LedHereNote() {
  const { formatMessage } = useIntl();
  return (
    <p role="status" className="ds-alert" data-color="info">
      {formatMessage({ id: 'merge.ledHere' })}
    </p>
  );
}
