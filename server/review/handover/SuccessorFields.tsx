import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { TypedSuccessor } from './readSuccessorForm.ts';
import type { HandoverWording } from './words/HandoverWording.ts';
import { handoverWords } from './words/handoverWords.ts';

type Field = keyof TypedSuccessor;

/** Den nye. What somebody is called, and the one way to ask them; what will not do is said at its field. */
export function SuccessorFields({
  language,
  typed,
  mistakes,
  withReach = false,
}: {
  language: LinkLanguage;
  typed: TypedSuccessor;
  mistakes: Partial<Record<Field, keyof HandoverWording>>;
  withReach?: boolean;
}) {
  const words = handoverWords[language];
  const fields: readonly Field[] = withReach
    ? ['givenName', 'familyName', 'reach']
    : ['givenName', 'familyName'];
  return fields.map((field) => {
    const mistake = mistakes[field];
    const hint = field === 'reach' ? `${field}-hint` : '';
    const why = mistake ? `${field}-why` : '';
    return (
      <div key={field}>
        <label htmlFor={field}>
          {field === 'givenName' && !withReach ? words.ownGivenName : words[field]}
        </label>
        {hint && (
          <p className="hint" id={hint}>
            {words.reachHint}
          </p>
        )}
        {mistake && (
          <p className="note" role="alert" id={why}>
            {words[mistake]}
          </p>
        )}
        <input
          id={field}
          name={field}
          type="text"
          className="wide"
          dir={field === 'reach' ? 'ltr' : 'auto'}
          maxLength={200}
          required={field !== 'familyName'}
          autoComplete="off"
          autoCapitalize={field === 'reach' ? 'none' : 'words'}
          spellCheck={false}
          defaultValue={typed[field]}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={`${hint} ${why}`.trim() || undefined}
        />
      </div>
    );
  });
}
