import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { useProblemWording } from '#client/language/useProblemWording.ts';
import { notFetched } from '#client/problem.ts';
import { useRested } from '#client/ui/useRested.ts';
import { RegisterReachNote } from './RegisterReachNote.tsx';
import { type RegisterFacts, RegisterUnit, RegisterUnit_unit } from './RegisterUnit.tsx';
import './register.css';

export const RegisterLookup_query = graphql(
  `
    query RegisterLookup($text: Text!) {
      lookUpOrganisation(text: $text) {
        reach
        secondsToWait
        isNotForUs
        units {
          number
          ...RegisterUnit_unit
        }
      }
    }
  `,
  [RegisterUnit_unit],
);

/** So long after the last key the register is asked: it belongs to others, who are not asked for each letter. */
const rest = 400;

/** Whether it is enough to ask by: three letters, or all nine digits. */
function isAskable(text: string): boolean {
  const digits = text.replaceAll(/[\s.]/g, '');
  return /^\d+$/.test(digits) ? digits.length === 9 : text.trim().length >= 3;
}

/**
 * Oppslag. Finds an organisation in Enhetsregisteret while one types its number or name, and hands over what is said of it. Where the register
 * cannot be asked it says so, and nothing waits for it.
 */
export function RegisterLookup({
  onFacts,
  isLabelled = true,
}: {
  onFacts: (facts: RegisterFacts) => void;
  /** False where what stands around it says what it is. */
  isLabelled?: boolean;
}) {
  const { formatMessage } = useIntl();
  const wording = useProblemWording();
  const id = useId();
  const [text, setText] = useState('');
  const rested = useRested(text, rest);
  const isAsked = isAskable(rested);
  const [{ data, error, fetching }] = useQuery({
    query: RegisterLookup_query,
    variables: { text: rested.trim() },
    pause: !isAsked,
  });
  const isResting = rested === text && isAsked;
  const lookup = isResting && !fetching ? data?.lookUpOrganisation : undefined;
  const problem = isResting && error ? notFetched(error) : null;

  return (
    <div className="register-lookup">
      <div className="field">
        <label htmlFor={id} className={isLabelled ? undefined : 'ds-sr-only'}>
          {formatMessage({ id: 'register.lookup' })}
        </label>
        <span id={`${id}-hint`} className="field-hint">
          {formatMessage({ id: 'register.lookupHint' })}
        </span>
        <input
          id={id}
          type="search"
          className="ds-input"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={({ target: { value } }) => setText(value)}
          // It stands in a form of other things, which is not to be sent by this.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      <div role="status" aria-busy={fetching}>
        {fetching && isResting && (
          <p className="quiet">{formatMessage({ id: 'register.asking' })}</p>
        )}
        {problem && (
          <p className="field-reason">{wording(problem.fields['text'] ?? problem.code)}</p>
        )}
        {lookup && <RegisterReachNote reach={lookup.reach} secondsToWait={lookup.secondsToWait} />}
        {lookup?.isNotForUs && (
          <p className="ds-alert" data-color="info">
            {formatMessage({ id: 'register.notForUs' })}
          </p>
        )}
        {lookup?.reach === 'ANSWERED' && !lookup.isNotForUs && (
          <p className="quiet">
            {formatMessage({ id: 'register.found' }, { count: lookup.units.length })}
          </p>
        )}
      </div>
      {lookup && lookup.units.length > 0 && (
        <ul className="register-units">
          {lookup.units.map((unit) => (
            <RegisterUnit key={unit.number} unit={unit} onUse={onFacts} />
          ))}
        </ul>
      )}
    </div>
  );
}
