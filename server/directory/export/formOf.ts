import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { contactSheetForm } from './contactSheetForm.ts';
import { csvForm } from './csvForm.ts';
import { exportColumns } from './exportColumns.ts';
import type { ExportForm } from './ExportForm.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { hsdsForm } from './hsdsForm.ts';
import { vcardForm } from './vcardForm.ts';
import { xlsxForm } from './xlsxForm.ts';

/** The form of the file that is asked for. */
export function formOf(
  request: Pick<ExportRequest, 'format' | 'columns' | 'records' | 'separator' | 'contactPeople'>,
): ExportForm {
  const { format, separator } = request;
  switch (format) {
    case ExportFormat.CSV:
      return csvForm(columnsOf(request), separator) as ExportForm;
    case ExportFormat.XLSX:
      return xlsxForm(columnsOf(request)) as ExportForm;
    case ExportFormat.VCARD:
      return vcardForm as ExportForm;
    case ExportFormat.CONTACT_SHEET:
      return contactSheetForm(request.contactPeople) as ExportForm;
    case ExportFormat.HSDS:
      return hsdsForm as ExportForm;
    case ExportFormat.ANNEX:
      throw new Error('An annex is made of a round, and of no search');
  }
}

/** The columns of a table: those asked for that say something of any of its records. */
export function columnsOf({ columns, records }: Pick<ExportRequest, 'columns' | 'records'>) {
  return columns.filter((column) => {
    const { organisation, person } = exportColumns[column];
    return (
      (organisation && records.includes(RecordKind.ORGANISATION)) ||
      (person && records.includes(RecordKind.PERSON))
    );
  });
}
