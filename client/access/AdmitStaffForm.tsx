import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { ScopeChoice, ScopeChoice_query } from './ScopeChoice.tsx';
import { scopeIn } from './scopeIn.ts';
import { humanRoles, type RoleName } from './humanRoles.ts';

export const AdmitStaff = graphql(`
  mutation AdmitStaff($input: AdmitStaffInput!) {
    admitStaff(input: $input) {
      id
    }
  }
`);

/** Slippe inn. The form behind admitStaff. */
export function AdmitStaffForm({ onDone }: { onDone: () => void }) {
  const { formatMessage } = useIntl();
  const [scopes] = useQuery({ query: ScopeChoice_query });
  const [, admit] = useMutation(AdmitStaff);

  async function submit(values: FormData) {
    const given = (name: string) => String(values.get(name)).trim();
    const { error } = await admit({
      input: {
        subject: given('subject'),
        name: given('name'),
        email: given('email') || null,
        role: given('role') as RoleName,
        scope: scopeIn(values),
        reason: given('reason') || null,
      },
    });
    if (!error) onDone();
    return error ? toProblem(error) : null;
  }

  return (
    <Section id="ny" title={formatMessage({ id: 'staff.admit' })} takesFocus>
      <Loaded result={scopes}>
        {(choices) => (
          <Form name="admit" submit={submit}>
            <p>{formatMessage({ id: 'staff.admitWhat' })}</p>
            <Field
              name="name"
              label={formatMessage({ id: 'staff.name' })}
              maxLength={200}
              required
            />
            <Field
              name="subject"
              label={formatMessage({ id: 'staff.subject' })}
              hint={formatMessage({ id: 'staff.subjectHint' })}
              maxLength={255}
              autoComplete="off"
              spellCheck={false}
              required
            />
            <Field name="email" label={formatMessage({ id: 'staff.email' })} type="email" />
            <Choice name="role" label={formatMessage({ id: 'staff.role' })} defaultValue="READER">
              {humanRoles.map((role) => (
                <option key={role} value={role}>
                  {formatMessage({ id: `role.${role}` })}
                </option>
              ))}
            </Choice>
            <ScopeChoice scopes={choices} />
            <Field
              name="reason"
              label={formatMessage({ id: 'form.whyOptional' })}
              hint={formatMessage({ id: 'staff.reasonHint' })}
              maxLength={1000}
            />
            <div className="form-actions">
              <button type="submit" className="ds-button">
                {formatMessage({ id: 'staff.admit' })}
              </button>
              <button type="button" className="ds-button" data-variant="secondary" onClick={onDone}>
                {formatMessage({ id: 'form.cancel' })}
              </button>
            </div>
          </Form>
        )}
      </Loaded>
    </Section>
  );
}
