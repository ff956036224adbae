import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { formOf } from './formOf.ts';

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Oslo',
});

/** What the file is called: what, for what and when, in letters that every system takes. Never whom it was searched for by. */
export function fileNameOf(request: ExportRequest, now: Date): string {
  const what = request.records.map((record) => names[record]).join('-og-');
  const when = moment.format(now).replaceAll(':', '').replace(' ', '-');
  return `samband-${what}-${request.purpose.replaceAll('_', '-')}-${when}.${formOf(request).extension}`;
}

const names = {
  [RecordKind.ORGANISATION]: 'virksomheter',
  [RecordKind.PERSON]: 'personer',
} as const;
