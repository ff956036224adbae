import { useIntl } from 'react-intl';

import { Field } from '#client/ui/Field.tsx';

/** Feltene om en ny person, de få som trengs nå. What else there is to tell is told on their page. `prefix`: what stands before their names. */
export function AffiliatedNewPerson({ prefix }: { prefix: string }) {
  const { formatMessage } = useIntl();
  return (
    <>
      <Field
        name={`${prefix}givenName`}
        label={formatMessage({ id: 'change.field.givenName' })}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        name={`${prefix}familyName`}
        label={formatMessage({ id: 'change.field.familyName' })}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        name={`${prefix}contactPoints.0.value`}
        label={formatMessage({ id: 'affiliated.phoneOrMail' })}
        hint={formatMessage({ id: 'person.contactConsent' })}
        maxLength={500}
        autoComplete="off"
      />
    </>
  );
}

/** What stands in them. */
export function typedNewPerson(values: FormData, prefix: string) {
  const text = (name: string) => String(values.get(prefix + name) ?? '').trim();
  const value = text('contactPoints.0.value');
  const channel = value.includes('@') ? ('EMAIL' as const) : ('PHONE' as const);
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    ...(value && { contactPoints: [{ channel, value }] }),
  };
}
