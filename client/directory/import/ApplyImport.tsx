import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Section } from '#client/ui/Section.tsx';

export const ApplyImport_import = graphql(`
  fragment ApplyImport_import on Import {
    id
    counts {
      added
      changed
      refused
    }
  }
`);

export const ApplyImport_mutation = graphql(`
  mutation ApplyImport($input: ApplyImportInput!) {
    applyImport(input: $input) {
      id
      state
    }
  }
`);

export const DiscardImport = graphql(`
  mutation DiscardImport($id: ID!) {
    discardImport(importId: $id) {
      id
      state
    }
  }
`);

/** Sette inn. With the exact numbers, and no more than was looked at. */
export function ApplyImport({ it }: { it: FragmentOf<typeof ApplyImport_import> }) {
  const { formatMessage } = useIntl();
  const { id, counts } = readFragment(ApplyImport_import, it);
  const { added, changed, refused } = counts;
  const [, apply] = useMutation(ApplyImport_mutation);
  const [{ fetching }, discard] = useMutation(DiscardImport);
  const hasWork = added + changed > 0;

  return (
    <Section id="sett-inn" title={formatMessage({ id: 'import.apply' })}>
      <p>
        {hasWork
          ? formatMessage({ id: 'import.applyNumbers' }, { added, changed })
          : formatMessage({ id: 'import.applyNothing' })}{' '}
        {hasWork && formatMessage({ id: 'import.applyRest' }, { refused })}
      </p>
      {hasWork && (
        <Form
          name={`apply ${id}`}
          submit={async (values) => {
            const reason = String(values.get('reason')).trim() || null;
            const input = { importId: id, expectedAdded: added, expectedChanged: changed, reason };
            const { error } = await apply({ input });
            return error ? toProblem(error) : null;
          }}
        >
          <Field name="reason" label={formatMessage({ id: 'form.whyOptional' })} maxLength={500} />
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'import.apply' })}
          </button>
        </Form>
      )}
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        disabled={fetching}
        onClick={() => void discard({ id })}
      >
        {formatMessage({ id: 'import.discard' })}
      </button>
    </Section>
  );
}
