import { useState } from 'react';
import { useIntl } from 'react-intl';

const appearances = ['auto', 'light', 'dark'] as const;
const storageKey = 'samband.appearance';

/** Utseende. Light, dark, or as the device has it. */
export function AppearanceSwitch() {
  const { formatMessage } = useIntl();
  const [appearance, setAppearance] = useState(
    () => document.documentElement.dataset['colorScheme'] ?? 'auto',
  );

  function choose(wanted: string) {
    document.documentElement.dataset['colorScheme'] = wanted;
    setAppearance(wanted);
    try {
      localStorage.setItem(storageKey, wanted);
    } catch {
      // Storage may be closed to us; the choice then lasts as long as the page.
    }
  }

  return (
    <label className="setting">
      <span>{formatMessage({ id: 'appearance.choose' })}</span>
      <select
        className="ds-input"
        value={appearance}
        onChange={(event) => choose(event.target.value)}
      >
        {appearances.map((name) => (
          <option key={name} value={name}>
            {formatMessage({ id: `appearance.${name}` })}
          </option>
        ))}
      </select>
    </label>
  );
}
