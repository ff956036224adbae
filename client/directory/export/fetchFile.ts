import type { Problem } from '#client/problem.ts';
import type { Prepared } from './exportQueries.ts';

/** A file that has come, or why it has not; null where somebody has given it up. */
export type Fetched = { readonly file: Blob } | { readonly problem: Problem } | null;

/** Henter en klargjort fil. All of it, or none: a line that is cut in the middle is told, never saved as if it were the end. */
export async function fetchFile(
  { address }: Pick<Prepared, 'address'>,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Fetched> {
  try {
    const answer = await fetch(address, { method: 'POST', credentials: 'same-origin', signal });
    if (!answer.ok || !answer.body) return { problem: await problemIn(answer) };
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = answer.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      bytes += piece.value.byteLength;
      onBytes(bytes);
    }
    return { file: new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }) };
  } catch {
    return signal.aborted ? null : { problem: { code: 'CUT_SHORT', fields: {} } };
  }
}

async function problemIn(answer: Response): Promise<Problem> {
  const told = (await answer.json().catch(() => null)) as {
    errors?: { extensions?: Partial<Problem> }[];
  } | null;
  return { code: 'FAULT', fields: {}, ...told?.errors?.[0]?.extensions };
}

/** Gives it to whoever asked, as a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by now.
  requestAnimationFrame(() => URL.revokeObjectURL(address));
}
