import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { AccessDialog } from '#client/access/AccessDialog.tsx';
import { maskShown } from '#client/access/shown.ts';
import { graphql } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { toProblem } from '#client/problem.ts';
import { Choice } from '#client/ui/Field.tsx';
import { atTheField } from './atTheField.ts';
import { type Consent, heardMethods } from './consents.ts';

export const WithdrawConsent = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      id
      version
    }
  }
`);

/** Trekke samtykke. Says what happens at once, and that it is not undone: a new yes is a new consent. */
export function WithdrawConsentDialog({
  person,
  consent,
  onDone,
  onClose,
}: {
  person: { readonly name: string };
  consent: Consent;
  onDone: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const [, withdraw] = useMutation(WithdrawConsent);
  const purpose = inSentence(formatMessage({ id: `purpose.${consent.purpose}` }));

  async function submit(values: FormData) {
    const { error } = await withdraw({
      input: {
        id: consent.id,
        expectedVersion: consent.version,
        method: String(values.get('method')) as (typeof heardMethods)[number],
        reason: String(values.get('reason')) || null,
      },
    });
    if (error) return atTheField(toProblem(error), {});
    maskShown();
    onDone();
    return null;
  }

  return (
    <AccessDialog
      name={`withdraw ${consent.id}`}
      title={formatMessage({ id: 'consent.withdrawWhich' }, { purpose })}
      action={formatMessage({ id: 'consent.withdraw' })}
      what={formatMessage({ id: 'consent.withdrawWhat' }, { name: person.name, purpose })}
      submit={submit}
      onClose={onClose}
    >
      <Choice name="method" label={formatMessage({ id: 'consent.withdrawMethod' })}>
        {heardMethods.map((method) => (
          <option key={method} value={method}>
            {formatMessage({ id: `consentMethod.${method}` })}
          </option>
        ))}
      </Choice>
    </AccessDialog>
  );
}
