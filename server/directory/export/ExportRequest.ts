import type { Purpose } from '#schema/access/Purpose.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import type { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import type { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';

/** Eksportbestilling. Which part of the register somebody takes out, and in which form. What is kept of it until it has been fetched. */
export interface ExportRequest {
  readonly text: string;
  readonly filter: DirectoryFilter | null;
  /** Only these of what is found; null: all of it. */
  readonly ids: readonly string[] | null;
  readonly records: readonly RecordKind[];
  readonly format: ExportFormat;
  readonly purpose: Purpose;
  /** Of a table, in their order. */
  readonly columns: readonly ExportColumn[];
  /** Whether a contact sheet says whom to ask first in each organisation. */
  readonly contactPeople: boolean;
  readonly separator: ExportSeparator;
  readonly locale: Locale;
}
