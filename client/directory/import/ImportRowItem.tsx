import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { Link } from 'wouter';

import { ChangedFields, ChangedFields_field } from '#client/access/ChangedFields.tsx';
import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { MendRowForm } from './MendRowForm.tsx';
import { useSaid } from './useSaid.ts';

export const ImportRowItem_row = graphql(
  `
    fragment ImportRowItem_row on ImportRow {
      place
      line
      outcome
      title
      cells
      organisationId
      isApplied
      flaws {
        column
        reason
        suggestions
        line
      }
      candidates {
        id
        name
        place
      }
      changes {
        ...ChangedFields_field
      }
    }
  `,
  [ChangedFields_field],
);

export const MendImportRow = graphql(
  `
    mutation MendImportRow($input: MendImportRowInput!) {
      mendImportRow(input: $input) {
        place
        ...ImportRowItem_row
      }
    }
  `,
  [ImportRowItem_row],
);

/** What may be different about a row. */
export interface Mending {
  readonly cells?: readonly { readonly column: number; readonly value: string }[];
  readonly everywhere?: boolean;
  readonly isExcluded?: boolean;
  readonly decision?: string;
}

// Its figures follow from its rows.
const context = { additionalTypenames: ['Import', 'ImportRow'] };

/** En rad. What it does, what is wrong with it, and each way to put that right. */
export function ImportRowItem({
  importId,
  row,
  columns,
  canMend,
  onMended,
}: {
  importId: string;
  row: FragmentOf<typeof ImportRowItem_row>;
  columns: readonly { column: number; heading: string; field: string }[];
  canMend: boolean;
  onMended: (rows: ResultOf<typeof MendImportRow>['mendImportRow']) => void;
}) {
  const { formatMessage } = useIntl();
  const said = useSaid();
  const [{ fetching }, send] = useMutation(MendImportRow);
  const [isMending, setMending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const {
    place,
    line,
    outcome,
    title,
    cells,
    organisationId,
    isApplied,
    flaws,
    candidates,
    changes,
  } = readFragment(ImportRowItem_row, row);
  const called = title ?? formatMessage({ id: 'import.untitled' });
  const headingOf = (column: number) =>
    columns[column]?.heading || formatMessage({ id: 'import.noHeading' }, { number: column + 1 });

  async function mend(mending: Mending): Promise<Problem | null> {
    const input = { importId, place, ...mending, cells: mending.cells ? [...mending.cells] : null };
    const { data, error } = await send({ input }, context);
    if (data) onMended(data.mendImportRow);
    const refusal = error ? toProblem(error) : null;
    setProblem(refusal);
    return refusal;
  }
  const press = (mending: Mending) => () => void mend(mending);

  return (
    <li className="import-row" data-outcome={outcome}>
      <header>
        <h3>
          <bdi>{called}</bdi>
        </h3>
        <span className="mark-tag">{said('import.outcome', outcome)}</span>
        <span className="quiet">{formatMessage({ id: 'import.lineNumber' }, { line })}</span>
        {organisationId && (
          <Link href={organisationPath(organisationId)}>
            {formatMessage({ id: 'import.inRegister' })}
            <VisuallyHidden> {called}</VisuallyHidden>
          </Link>
        )}
      </header>
      {flaws.length > 0 && (
        <ul className="import-flaws">
          {flaws.map(({ column, reason, suggestions, line: other }, at) => (
            <li key={`${column} ${reason} ${at}`}>
              <p>
                {column !== null && (
                  <>
                    <strong>
                      <bdi>{headingOf(column)}</bdi>
                    </strong>
                    {cells[column] ? (
                      <>
                        {' '}
                        «<bdi>{shortened(cells[column])}</bdi>»
                      </>
                    ) : null}
                    {': '}
                  </>
                )}
                {said('import.flaw', reason, { line: other ?? '' })}
              </p>
              {canMend && column !== null && (
                <div className="import-actions">
                  {suggestions.map((value) => (
                    <button
                      key={value}
                      type="button"
                      className="ds-button"
                      data-variant="secondary"
                      disabled={fetching}
                      onClick={press({ cells: [{ column, value }], everywhere: true })}
                    >
                      {formatMessage({ id: 'import.use' }, { value: shortened(value) })}
                      <VisuallyHidden>
                        {' '}
                        {formatMessage({ id: 'import.useEverywhere' })}
                      </VisuallyHidden>
                    </button>
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {canMend && candidates.length > 0 && (
        <div className="import-actions">
          {candidates.map(({ id, name, place: where }) => (
            <button
              key={id}
              type="button"
              className="ds-button"
              data-variant="secondary"
              disabled={fetching}
              onClick={press({ decision: id })}
            >
              {where
                ? formatMessage({ id: 'import.isThisIn' }, { name, place: where })
                : formatMessage({ id: 'import.isThis' }, { name })}
            </button>
          ))}
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={fetching}
            onClick={press({ decision: 'new' })}
          >
            {formatMessage({ id: 'import.isNew' })}
          </button>
        </div>
      )}
      {changes.length > 0 && (
        <ChangedFields fields={changes} verb="applyImport" isNew={outcome === 'ADDED'} />
      )}
      {problem && <ProblemNote problem={problem} />}
      {canMend && !isApplied && !isMending && (
        <div className="import-actions">
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            onClick={() => setMending(true)}
            aria-label={formatMessage({ id: 'import.mendRow' }, { title: called, line })}
          >
            {formatMessage({ id: 'import.mend' })}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            disabled={fetching}
            onClick={press({ isExcluded: outcome !== 'EXCLUDED' })}
          >
            {formatMessage({ id: outcome === 'EXCLUDED' ? 'import.include' : 'import.exclude' })}
            <VisuallyHidden> {called}</VisuallyHidden>
          </button>
        </div>
      )}
      {isMending && (
        <MendRowForm
          name={`row ${importId} ${place}`}
          cells={cells}
          columns={columns.filter(({ field }) => field !== 'IGNORE')}
          flaws={flaws}
          headingOf={headingOf}
          submit={async (changed, everywhere) => {
            const refusal = changed.length ? await mend({ cells: changed, everywhere }) : null;
            if (!refusal) setMending(false);
            return refusal;
          }}
          onCancel={() => setMending(false)}
        />
      )}
    </li>
  );
}

const longest = 80;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;
