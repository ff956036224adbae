import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { contactPermission } from '#server/access/permissions.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { contactPersonColumns, exportColumns } from './exportColumns.ts';
import type { ExportInput } from './ExportInput.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { columnsOf } from './formOf.ts';
import { isTable } from './hasContactPeople.ts';

/** As many as there is room for in a question. */
const mostIds = 2_000;

/**
 * Reads what somebody asks for. Throws INVALID_INPUT, naming the field, for what no file can be; FORBIDDEN for a purpose or a column that is
 * not theirs.
 */
export function requestOf(
  { viewer, locale }: Pick<Context, 'viewer' | 'locale'>,
  input: ExportInput,
): ExportRequest {
  const { text, filter, ids, records, format, purpose, contactPeople, separator } = input;
  const wrong: Record<string, string> = {};
  if (!records.length) wrong['records'] = 'REQUIRED';
  if (format === ExportFormat.ANNEX) wrong['format'] = 'UNKNOWN';
  if (format === ExportFormat.HSDS && records.includes(RecordKind.PERSON)) {
    wrong['records'] = 'ONLY_ORGANISATIONS';
  }
  if (ids && ids.length > mostIds) wrong['ids'] = 'TOO_MANY';
  else if (ids?.some((id) => !isUuid(id))) wrong['ids'] = 'UNKNOWN';
  const all = Object.values(ExportColumn).filter((column) => !contactPersonColumns.has(column));
  const columns = [...new Set(input.columns ?? all)];
  const request: ExportRequest = {
    text: text ?? '',
    filter: filter ?? null,
    ids: ids ? [...new Set(ids)] : null,
    records: [...new Set(records)],
    format,
    purpose,
    columns,
    contactPeople: contactPeople ?? false,
    separator: separator ?? ExportSeparator.SEMICOLON,
    locale,
  };
  if (isTable(request) && records.length && !columnsOf(request).length)
    wrong['columns'] = 'REQUIRED';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);

  ensurePermission(contactPermission(purpose), viewer);
  for (const column of columns) ensurePermission(exportColumns[column].door, viewer);
  return request;
}
