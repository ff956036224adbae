import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { usePurpose } from '#client/access/purpose.ts';
import { useViewer } from '#client/access/viewer.ts';
import { toProblem, type Problem } from '#client/problem.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice, LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Options } from '#client/ui/Options.tsx';
import './export.css';
import {
  columns,
  type ExportChoice,
  type ExportOf,
  formats,
  hasContactPeople,
  isTable,
  orderOf,
  readChoice,
} from './exportOrder.ts';
import { type ExportInput, ExportSize_query, PrepareExport } from './exportQueries.ts';
import { ExportSizeNote } from './ExportSizeNote.tsx';
import { fetchFile, saveFile } from './fetchFile.ts';

/** Never asked: it stands in the place of an order until there is one. */
const unasked: ExportInput = {
  records: ['ORGANISATION'],
  format: 'HSDS',
  purpose: 'REGISTER_CARE',
};

/** How far it has come: how many bytes are here, or what the file is called that is. */
type Progress = { readonly bytes: number } | { readonly saved: string } | null;

/**
 * Ta ut som fil. What, in which form, for what; exactly how much that is, before one asks for it; and how it goes.
 *
 * What one chose is there again when one comes back from signing in anew.
 */
export function ExportDialog({
  name,
  of,
  onClose,
}: {
  name: string;
  of: ExportOf;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  const purpose = usePurpose();
  const purposes = viewer?.purposes ?? [];
  const fields = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<ExportChoice | null>(null);
  const [progress, setProgress] = useState<Progress>(null);
  const [, prepare] = useMutation(PrepareExport);
  const leaving = useRef(new AbortController());

  const read = () => {
    const form = fields.current?.closest('form');
    if (form) setChoice(readChoice(new FormData(form), of));
  };
  useEffect(() => {
    // Once the form has put back what was chosen before.
    read();
    const { current } = leaving;
    return () => current.abort();
    // Once, when it opens: what is read is the form as it stands, and what is called off is one's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const [size] = useQuery({
    query: ExportSize_query,
    variables: {
      input: choice?.purpose
        ? orderOf({ ...choice, purpose: choice.purpose, reason: '' }, of)
        : unasked,
    },
    requestPolicy: 'network-only',
    pause: !choice?.purpose || progress !== null,
  });

  async function fetchIt(values: FormData): Promise<Problem | null> {
    setProgress(null);
    const { purpose: stated, ...rest } = readChoice(values, of);
    // The form does not let itself be sent without one.
    if (!stated) return null;
    const { data, error } = await prepare({ input: orderOf({ ...rest, purpose: stated }, of) });
    if (error || !data) return error ? toProblem(error) : null;
    const { fileName } = data.prepareExport;
    setProgress({ bytes: 0 });
    const fetched = await fetchFile(data.prepareExport, leaving.current.signal, (bytes) =>
      setProgress({ bytes }),
    );
    setProgress(null);
    if (!fetched) return null;
    if ('problem' in fetched) return fetched.problem;
    saveFile(fetched.file, fileName);
    setProgress({ saved: fileName });
    return null;
  }

  const needsReason = size.data?.exportSize.needsReason ?? false;
  const kinds = of.records.length > 1;
  const words = (kind: 'format' | 'column', value: string) =>
    formatMessage({ id: `export.${kind}.${value}` as 'export.format.CSV' });

  return (
    <Dialog
      title={formatMessage({ id: 'export.title' })}
      onClose={onClose}
      footer={
        progress && (
          <ExportProgress
            progress={progress}
            onStop={() => {
              leaving.current.abort();
              leaving.current = new AbortController();
            }}
          />
        )
      }
    >
      <Announcement text={said(progress, formatMessage)} />
      <Form name={name} submit={fetchIt}>
        <div ref={fields} className="export-fields" onInput={read}>
          {kinds && (
            <Options
              name="records"
              label={formatMessage({ id: 'export.records' })}
              chosen={['BOTH']}
              options={[
                { value: 'BOTH', label: formatMessage({ id: 'export.records.BOTH' }) },
                ...of.records.map((value) => ({
                  value,
                  label: formatMessage({ id: `recordKind.${value}` }),
                })),
              ]}
            />
          )}
          <Options
            name="format"
            label={formatMessage({ id: 'export.format' })}
            chosen={['XLSX']}
            options={formats
              .filter((format) => format !== 'HSDS' || of.records.includes('ORGANISATION'))
              .map((value) => ({
                value,
                label: words('format', value),
                hint: formatMessage({
                  id: `export.format.${value}.for` as 'export.format.CSV.for',
                }),
              }))}
          />
          <Choice
            name="purpose"
            label={formatMessage({ id: 'export.purpose' })}
            hint={formatMessage({ id: 'export.purposeHint' })}
            defaultValue={purpose ?? onlyOne(purposes) ?? ''}
            required
          >
            <option value="">{formatMessage({ id: 'form.choose' })}</option>
            {purposes.map((one) => (
              <option key={one} value={one}>
                {formatMessage({ id: `purpose.${one}` })}
              </option>
            ))}
          </Choice>
          <div hidden={!choice || !hasContactPeople(choice)}>
            <Options
              type="checkbox"
              name="contactPeople"
              label={formatMessage({ id: 'export.contactPeople' })}
              chosen={[]}
              options={[
                {
                  value: 'yes',
                  label: formatMessage({ id: 'export.contactPeopleYes' }),
                  hint: formatMessage({ id: 'export.contactPeopleHint' }),
                },
              ]}
            />
          </div>
          <div hidden={choice?.format !== 'CSV'}>
            <Choice name="separator" label={formatMessage({ id: 'export.separator' })}>
              <option value="SEMICOLON">
                {formatMessage({ id: 'export.separator.SEMICOLON' })}
              </option>
              <option value="COMMA">{formatMessage({ id: 'export.separator.COMMA' })}</option>
            </Choice>
          </div>
          <details hidden={choice !== null && !isTable(choice.format)}>
            <summary>
              {formatMessage(
                { id: 'export.columns' },
                { count: choice?.columns.length ?? columns.length },
              )}
            </summary>
            <Options
              type="checkbox"
              name="columns"
              label={formatMessage({ id: 'export.columnsWhich' })}
              chosen={columns.map(([column]) => column)}
              options={columns
                .filter(([, kind]) => kind.some((it) => of.records.includes(it)))
                .map(([value]) => ({ value, label: words('column', value) }))}
            />
          </details>
          {choice && !choice.purpose ? (
            <p className="quiet">{formatMessage({ id: 'export.noPurpose' })}</p>
          ) : (
            <ExportSizeNote result={size} />
          )}
          <div hidden={!needsReason}>
            <LongField
              name="reason"
              label={formatMessage({ id: 'export.reason' })}
              hint={formatMessage({ id: 'export.reasonHint' })}
              least={15}
              most={500}
              required={needsReason}
            />
          </div>
        </div>
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'export.fetch' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

const onlyOne = <Item,>(items: readonly Item[]): Item | undefined =>
  items.length === 1 ? items[0] : undefined;

/** How it goes, and the way out. */
function ExportProgress({
  progress,
  onStop,
}: {
  progress: NonNullable<Progress>;
  onStop: () => void;
}) {
  const { formatMessage } = useIntl();
  if ('saved' in progress) {
    return (
      <p className="export-progress">
        {formatMessage({ id: 'export.saved' }, { name: <bdi key="name">{progress.saved}</bdi> })}{' '}
        {formatMessage({ id: 'export.care' })}
      </p>
    );
  }
  return (
    <div className="export-progress">
      <progress aria-label={formatMessage({ id: 'export.underWay' })} />
      <p className="quiet">
        {formatMessage({ id: 'export.bytes' }, { megabytes: progress.bytes / 1_000_000 })}
      </p>
      <button type="button" className="ds-button" data-variant="secondary" onClick={onStop}>
        {formatMessage({ id: 'export.stop' })}
      </button>
    </div>
  );
}

function said(
  progress: Progress,
  formatMessage: ReturnType<typeof useIntl>['formatMessage'],
): string {
  if (!progress) return '';
  return 'saved' in progress
    ? formatMessage({ id: 'export.saved' }, { name: progress.saved })
    : formatMessage({ id: 'export.underWay' });
}
