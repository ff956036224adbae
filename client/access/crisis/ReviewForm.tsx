import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';

export const ReviewBreakGlass = graphql(`
  mutation ReviewBreakGlass($input: ReviewBreakGlassInput!) {
    reviewBreakGlass(input: $input) {
      id
    }
  }
`);

/** Gjennomgå nødtilgang. The form behind reviewBreakGlass. */
export function ReviewForm({
  opened: { id, version },
}: {
  opened: { readonly id: string; readonly version: number };
}) {
  const { formatMessage } = useIntl();
  const [, review] = useMutation(ReviewBreakGlass);

  async function submit(values: FormData) {
    const finding = String(values.get('finding'));
    const { error } = await review({ input: { id, expectedVersion: version, finding } });
    return error ? toProblem(error) : null;
  }

  return (
    <Form name={`review ${id}`} submit={submit}>
      <LongField
        name="finding"
        label={formatMessage({ id: 'crisis.findingLabel' })}
        hint={formatMessage({ id: 'crisis.findingHint' })}
        least={5}
        most={1000}
        required
      />
      <div className="form-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'crisis.sendReview' })}
        </button>
      </div>
    </Form>
  );
}
