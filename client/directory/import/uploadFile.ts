import type { Problem } from '#client/problem.ts';

/** What came of a file: the import, or why it will not do. */
export type Uploaded =
  | { readonly id: string; readonly problem?: never }
  | { readonly problem: Problem; readonly id?: never };

/** Sender en fil. As it is, with its name; the server says what it is. */
export async function uploadFile(file: File): Promise<Uploaded> {
  const answer = await fetch('/import/file', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'samband-file-name': encodeURIComponent(file.name),
    },
    // A file that one has changed or moved since choosing it cannot be read.
    body: file,
  }).catch(() => null);
  const told: unknown = await answer?.json().catch(() => null);
  if (answer?.ok && isMade(told)) return told;
  if (answer === null || !isRefusal(told)) {
    return { problem: { code: 'NOT_FETCHED', fields: {} } };
  }
  return { problem: { code: 'FAULT', fields: {}, ...told.errors[0]?.extensions } };
}

const isMade = (told: unknown): told is { id: string } =>
  typeof told === 'object' && told !== null && 'id' in told;

const isRefusal = (told: unknown): told is { errors: { extensions?: Partial<Problem> }[] } =>
  typeof told === 'object' && told !== null && 'errors' in told && Array.isArray(told.errors);
