import { useIntl } from 'react-intl';

import { Choice, Field } from '#client/ui/Field.tsx';
import { todayInNorway } from '#client/ui/days.ts';
import { type Affiliated, roles } from './affiliated.ts';

/** Feltene om en tilknytning: as what, from when until when, and whether to ask them first. `prefix`: what stands before their names. */
export function AffiliatedFields({
  known,
  prefix = '',
}: {
  known?: Pick<Affiliated, 'role' | 'title' | 'since' | 'until' | 'isPrimary'>;
  prefix?: string;
}) {
  const { formatMessage } = useIntl();
  return (
    <>
      <Choice
        name={`${prefix}role`}
        label={formatMessage({ id: 'change.field.role' })}
        defaultValue={known?.role ?? 'CONTACT'}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {formatMessage({ id: `affiliationRole.${role}` })}
          </option>
        ))}
      </Choice>
      <Field
        name={`${prefix}title`}
        label={formatMessage({ id: 'affiliated.title' })}
        hint={formatMessage({ id: 'affiliated.titleHint' })}
        defaultValue={known?.title ?? ''}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        name={`${prefix}since`}
        label={formatMessage({ id: 'change.field.since' })}
        type="date"
        defaultValue={known?.since ?? todayInNorway()}
        required
      />
      <Field
        name={`${prefix}until`}
        label={formatMessage({ id: 'change.field.until' })}
        hint={formatMessage({ id: 'affiliated.untilHint' })}
        type="date"
        defaultValue={known?.until ?? ''}
      />
      <label className="choice">
        <input
          type="checkbox"
          className="ds-input"
          name={`${prefix}isPrimary`}
          value="true"
          defaultChecked={known?.isPrimary}
        />
        <span className="choice-label">{formatMessage({ id: 'affiliated.askFirst' })}</span>
      </label>
    </>
  );
}

/** What stands in them. */
export const typedAffiliation = (values: FormData, prefix = '') => ({
  // The form holds the words of the API as they are.
  role: String(values.get(`${prefix}role`)) as Affiliated['role'],
  title: String(values.get(`${prefix}title`)).trim() || null,
  since: String(values.get(`${prefix}since`)),
  until: String(values.get(`${prefix}until`)) || null,
  isPrimary: values.has(`${prefix}isPrimary`),
});
