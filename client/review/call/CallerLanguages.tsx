import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { TermPicker } from '#client/vocabulary/TermPicker.tsx';
import { callContext } from './callOperations.ts';

export const CallerLanguages_query = graphql(`
  query CallerLanguages {
    callerLanguages {
      code
      name
    }
  }
`);

export const SetCallerLanguages = graphql(`
  mutation SetCallerLanguages($input: SetCallerLanguagesInput!) {
    setCallerLanguages(input: $input) {
      code
    }
  }
`);

const context = { additionalTypenames: [...callContext.additionalTypenames, 'Language'] };

/** Språk jeg kan ringe på. What one says of oneself, to be shown first those whom one can speak with. */
export function CallerLanguages() {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: CallerLanguages_query, context });
  const [, tell] = useMutation(SetCallerLanguages);
  const [isSaved, setSaved] = useState(false);

  return (
    <Section id="ringesprak" title={formatMessage({ id: 'call.myLanguages' })}>
      <p className="section-intro">{formatMessage({ id: 'call.myLanguagesWhy' })}</p>
      <Loaded result={result}>
        {({ callerLanguages }) => (
          <Form
            name="caller languages"
            submit={async (values) => {
              const codes = values.getAll('codes').map(String);
              const { error } = await tell({ input: { codes } }, context);
              setSaved(!error);
              return error ? toProblem(error) : null;
            }}
          >
            <TermPicker
              name="codes"
              list="languages"
              label={formatMessage({ id: 'call.languages' })}
              chosen={callerLanguages.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={() => setSaved(false)}
            />
            <div className="form-actions">
              <button type="submit" className="ds-button">
                {formatMessage({ id: 'form.save' })}
              </button>
            </div>
            <p role="status">{isSaved && formatMessage({ id: 'call.languagesSaved' })}</p>
          </Form>
        )}
      </Loaded>
    </Section>
  );
}
