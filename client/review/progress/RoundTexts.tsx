import { useIntl } from 'react-intl';

import { useLanguageName } from '#client/access/PersonalLinkRow.tsx';
import { LongField } from '#client/ui/Field.tsx';
import { textLanguages } from './roundInputOf.ts';

const MOST = 1_000;

/** Hilsen. A few words of one's own in the letters, in each language that one writes; the others get the standard letter alone. */
export function RoundTexts() {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();

  return (
    <details className="round-texts">
      <summary>{formatMessage({ id: 'round.texts' })}</summary>
      <p className="quiet">{formatMessage({ id: 'round.textsHint' })}</p>
      {textLanguages.map((code) => (
        <LongField
          key={code}
          name={`text.${code}`}
          label={languageName(code)}
          most={MOST}
          lang={code.toLowerCase()}
          dir="auto"
        />
      ))}
    </details>
  );
}
