import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { importPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Choice } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Section } from '#client/ui/Section.tsx';
import {
  type FieldName,
  fieldNames,
  kindNames,
  type PolicyName,
  policyNames,
} from './importChoices.ts';
import { useSaid } from './useSaid.ts';

export const ImportColumns_import = graphql(`
  fragment ImportColumns_import on Import {
    id
    version
    kind
    columns {
      column
      heading
      field
      policy
      guessedBy
      examples
    }
  }
`);

export const MapImportColumns = graphql(`
  mutation MapImportColumns($input: MapImportColumnsInput!) {
    mapImportColumns(input: $input) {
      id
      version
      state
    }
  }
`);

/** Kolonner. What each says, as guessed, to be put right. */
export function ImportColumns({
  it,
  onMapped,
}: {
  it: FragmentOf<typeof ImportColumns_import>;
  /** Hears which version the rows are compared anew for. */
  onMapped: (version: number) => void;
}) {
  const { formatMessage } = useIntl();
  const said = useSaid();
  const [, go] = useLocation();
  const [, map] = useMutation(MapImportColumns);
  const { id, version, kind, columns } = readFragment(ImportColumns_import, it);
  const [chosen, choose] = useState<Readonly<Record<number, FieldName>>>({});
  const fieldOf = (column: number, field: FieldName): FieldName => chosen[column] ?? field;

  async function submit(values: FormData) {
    const mapped = columns.map(({ column, field }) => {
      const policy = values.get(`policy ${column}`);
      return {
        column,
        field: fieldOf(column, field),
        policy: policy ? (String(policy) as PolicyName) : null,
      };
    });
    const { data, error } = await map({
      input: {
        importId: id,
        expectedVersion: version,
        columns: mapped,
        kind: String(values.get('kind')) as typeof kind,
        remember: values.get('remember') !== null,
      },
    });
    if (data) {
      onMapped(data.mapImportColumns.version);
      go(importPath(id));
    }
    return error ? toProblem(error) : null;
  }

  return (
    <Section id="kolonner" title={formatMessage({ id: 'import.columns' })}>
      <p className="section-intro">{formatMessage({ id: 'import.columnsIntro' })}</p>
      <Form name={`import ${id}`} submit={submit}>
        <ul className="import-columns">
          {columns.map(({ column, heading, field, policy, guessedBy, examples }) => {
            const called =
              heading || formatMessage({ id: 'import.noHeading' }, { number: column + 1 });
            const now = fieldOf(column, field);
            return (
              <li key={column}>
                <div className="import-column">
                  <strong>
                    <bdi>{called}</bdi>
                  </strong>
                  <p className="quiet">
                    {examples.length
                      ? formatMessage(
                          { id: 'import.examples' },
                          { examples: <bdi key="examples">{examples.join(' · ')}</bdi> },
                        )
                      : formatMessage({ id: 'import.noExamples' })}
                  </p>
                  <p className="quiet">
                    {chosen[column] === undefined
                      ? said('import.guess', guessedBy)
                      : said('import.guess', 'CHOSEN')}
                  </p>
                </div>
                <Choice
                  name={column === 0 ? 'columns' : `field ${column}`}
                  label={formatMessage({ id: 'import.says' }, { heading: called })}
                  value={now}
                  onChange={({ target }) =>
                    choose({ ...chosen, [column]: target.value as FieldName })
                  }
                >
                  {fieldNames.map((name) => (
                    <option key={name} value={name}>
                      {said('import.field', name)}
                    </option>
                  ))}
                </Choice>
                {now !== 'IGNORE' && (
                  <Choice
                    key={now}
                    name={`policy ${column}`}
                    label={formatMessage({ id: 'import.mayDo' })}
                    defaultValue={now === field ? policy : policyNames(now)[0]}
                  >
                    {policyNames(now).map((name) => (
                      <option key={name} value={name}>
                        {said('import.policy', name)}
                      </option>
                    ))}
                  </Choice>
                )}
              </li>
            );
          })}
        </ul>
        <Choice name="kind" label={formatMessage({ id: 'import.kind' })} defaultValue={kind}>
          {kindNames.map((name) => (
            <option key={name} value={name}>
              {said('organisationKind', name)}
            </option>
          ))}
        </Choice>
        <label className="choice">
          <input type="checkbox" name="remember" />
          <span className="choice-label">{formatMessage({ id: 'import.remember' })}</span>
        </label>
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'import.useColumns' })}
        </button>
      </Form>
    </Section>
  );
}
