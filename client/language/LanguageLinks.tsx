import { useIntl } from 'react-intl';

import { useLanguage } from './LanguageProvider.tsx';
import { languages } from './languages.ts';

/** Språkvalg i bunnen: in plain sight for whoever cannot read the rest of the page. */
export function LanguageLinks() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();

  return (
    <div
      className="footer-languages"
      role="group"
      aria-label={formatMessage({ id: 'shell.languages' })}
    >
      {languages.map(({ code, endonym }) => (
        <button
          key={code}
          type="button"
          className="plain-link"
          lang={code}
          aria-pressed={code === language}
          onClick={() => void choose(code)}
        >
          {endonym}
        </button>
      ))}
    </div>
  );
}
