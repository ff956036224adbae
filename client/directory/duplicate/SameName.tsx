import { useContext } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { organisationPath, personPath } from '#client/paths.ts';
import { FormProblem } from '#client/ui/Form.tsx';

/** Whoever makes somebody of a name that is there already says that it is another, once they are asked. */
export function SameName({ kind }: { kind: 'ORGANISATION' | 'PERSON' }) {
  const { formatMessage } = useIntl();
  const { fields = {}, suggestions = {} } = useContext(FormProblem) ?? {};
  const [field] = Object.entries(fields).find(([, reason]) => reason === 'SAME_NAME') ?? [];
  const same = field ? (suggestions[field] ?? []) : [];
  if (!same.length) return null;

  return (
    <fieldset className="form-choices">
      <legend>{formatMessage({ id: `duplicate.sameName.${kind}` })}</legend>
      <ul className="plain-list">
        {same.map(({ value, name }) => (
          <li key={value}>
            <Link href={kind === 'PERSON' ? personPath(value) : organisationPath(value)}>
              <bdi>{name}</bdi>
            </Link>
            <input type="hidden" name="sameName" value={value} />
          </li>
        ))}
      </ul>
      <label className="choice">
        <input type="checkbox" className="ds-input" name="isAnother" value="yes" />
        <span className="choice-label">{formatMessage({ id: 'duplicate.isAnother' })}</span>
      </label>
    </fieldset>
  );
}
