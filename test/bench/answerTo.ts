import type { Sent } from './drive.ts';
import type { Serving } from './Serving.ts';

/** The body of the answer to one question, read at leisure. */
export async function answerTo(
  { origin }: Serving,
  { path, headers, body }: Sent,
): Promise<string> {
  const response = await fetch(origin + path, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`${origin}${path} answered ${response.status}: ${text.slice(0, 2_000)}`);
}
