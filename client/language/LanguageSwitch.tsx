import { useIntl } from 'react-intl';

import { useLanguage } from './LanguageProvider.tsx';
import { type LanguageCode, languages } from './languages.ts';

/** Språkvalg. Each language named in itself, so that it can be found by those who need it. */
export function LanguageSwitch() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();

  return (
    <label className="setting">
      <span>{formatMessage({ id: 'language.choose' })}</span>
      <select
        className="ds-input"
        value={language}
        onChange={(event) => void choose(event.target.value as LanguageCode)}
      >
        {languages.map(({ code, endonym }) => (
          <option key={code} value={code} lang={code}>
            {endonym}
          </option>
        ))}
      </select>
    </label>
  );
}
