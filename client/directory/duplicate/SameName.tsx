import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { FormProblem } from '#client/ui/Form.tsx';

/** En annen. Whoever makes somebody of a name that is there already says that it is another, once they are asked. */
export function SameName() {
  const { formatMessage } = useIntl();
  const { fields = {}, suggestions = {} } = useContext(FormProblem) ?? {};
  const [field] = Object.entries(fields).find(([, reason]) => reason === 'SAME_NAME') ?? [];
  if (!field) return null;

  return (
    <label className="choice">
      <input type="checkbox" className="ds-input" name="isAnother" value="yes" />
      <span className="choice-label">{formatMessage({ id: 'duplicate.isAnother' })}</span>
      {suggestions[field]?.map(({ value }) => (
        <input key={value} type="hidden" name="sameName" value={value} />
      ))}
    </label>
  );
}
