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

export const CreateApiToken = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      token
      apiToken {
        id
      }
    }
  }
`);

/** The roles that a token may have; the first is what most systems want. */
const roles = [
  'SYSTEM',
  'READER',
  'EDITOR',
  'COORDINATOR',
  'RECRUITER',
  'PROGRAMME_LEAD',
  'PRIVACY_OFFICER',
] as const;

/** Lage API-nøkkel. Gives what was made to whoever shows it. */
export function CreateTokenForm({
  onMade,
  onCancel,
}: {
  onMade: (token: string) => void;
  onCancel: () => void;
}) {
  const { formatMessage } = useIntl();
  const [scopes] = useQuery({ query: ScopeChoice_query });
  const [, create] = useMutation(CreateApiToken);

  async function submit(values: FormData) {
    const { data, error } = await create({
      input: {
        label: String(values.get('label')).trim(),
        role: String(values.get('role')) as (typeof roles)[number],
        scope: scopeIn(values),
        expiresOn: String(values.get('expiresOn')),
      },
    });
    if (data) onMade(data.createApiToken.token);
    return error ? toProblem(error) : null;
  }

  return (
    <Section id="ny" title={formatMessage({ id: 'tokens.create' })} takesFocus>
      <Loaded result={scopes}>
        {(choices) => (
          <Form name="token" submit={submit}>
            <p>{formatMessage({ id: 'tokens.createWhat' })}</p>
            <Field
              name="label"
              label={formatMessage({ id: 'tokens.label' })}
              hint={formatMessage({ id: 'tokens.labelHint' })}
              maxLength={200}
              required
            />
            <Choice name="role" label={formatMessage({ id: 'tokens.role' })} defaultValue="SYSTEM">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {formatMessage({ id: `role.${role}` })}
                </option>
              ))}
            </Choice>
            <ScopeChoice scopes={choices} />
            <Field
              name="expiresOn"
              label={formatMessage({ id: 'tokens.expiresOn' })}
              hint={formatMessage({ id: 'tokens.expiresOnHint' })}
              type="date"
              required
            />
            <div className="form-actions">
              <button type="submit" className="ds-button">
                {formatMessage({ id: 'tokens.create' })}
              </button>
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={onCancel}
              >
                {formatMessage({ id: 'form.cancel' })}
              </button>
            </div>
          </Form>
        )}
      </Loaded>
    </Section>
  );
}
