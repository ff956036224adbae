import { InvalidInput } from '#server/problems.ts';

/** Stops here unless each text says something, in so many characters. Throws INVALID_INPUT (TOO_SHORT, TOO_LONG). */
export function saidInWords(
  texts: Readonly<Record<string, string>>,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  const wrong = Object.entries(texts).flatMap(([field, text]) => {
    if (text.length > most) return [[field, 'TOO_LONG']];
    return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length < least ? [[field, 'TOO_SHORT']] : [];
  });
  if (wrong.length) throw new InvalidInput(Object.fromEntries(wrong) as Record<string, string>);
}
