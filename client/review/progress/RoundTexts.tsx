import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { useLanguageName } from '#client/access/PersonalLinkRow.tsx';
import { useProblemWording } from '#client/language/useProblemWording.ts';
import { LongField } from '#client/ui/Field.tsx';
import { FormProblem } from '#client/ui/Form.tsx';
import { type RoundFacts, textLanguages } from './roundFacts.ts';

const MOST = 1_000;

/** Hilsen. A few words of one's own in the letters, in each language that one writes; the others get the standard letter alone. */
export function RoundTexts({ texts }: Pick<RoundFacts, 'texts'>) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  const wording = useProblemWording();
  const reason = useContext(FormProblem)?.fields['texts'];

  return (
    <details className="round-texts" open={texts.length > 0 || reason !== undefined}>
      <summary>{formatMessage({ id: 'round.texts' })}</summary>
      <p className="quiet">{formatMessage({ id: 'round.textsHint' })}</p>
      {reason && (
        <p className="field-reason" tabIndex={-1} aria-invalid>
          {wording(reason)}
        </p>
      )}
      {textLanguages.map((code) => (
        <LongField
          key={code}
          name={`text.${code}`}
          label={languageName(code)}
          defaultValue={texts.find(({ language }) => language === code)?.text ?? ''}
          most={MOST}
          lang={code.toLowerCase()}
          dir="auto"
        />
      ))}
    </details>
  );
}
