import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { contactPersonColumns } from './exportColumns.ts';
import type { ExportRequest } from './ExportRequest.ts';

const tables: ReadonlySet<ExportFormat> = new Set([ExportFormat.CSV, ExportFormat.XLSX]);

export const isTable = ({ format }: Pick<ExportRequest, 'format'>): boolean => tables.has(format);

/** Whether organisations bring somebody to ask. */
export const hasContactPeople = (
  request: Pick<ExportRequest, 'format' | 'columns' | 'contactPeople' | 'records'>,
): boolean => {
  if (!request.records.includes(RecordKind.ORGANISATION)) return false;
  if (isTable(request)) return request.columns.some((column) => contactPersonColumns.has(column));
  return request.format === ExportFormat.CONTACT_SHEET && request.contactPeople;
};
