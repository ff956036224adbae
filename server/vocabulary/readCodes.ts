import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import type { VocabularyName } from './Vocabulary.ts';

/** The numbers of terms by their codes, each once; what no term has, or is too much, is noted at the field. Nothing for what was not given. */
export function readCodes(
  { vocabulary, locale }: Context,
  of: VocabularyName,
  codes: readonly string[] | null | undefined,
  most: number,
  field: string,
  wrong: Wrong,
): number[] | null {
  if (!codes) return null;
  if (codes.length > most) {
    wrong.note(field, `AT_MOST_${most}_VALUES`);
    return null;
  }
  const numbers = codes.map((code) => {
    const term = vocabulary.byCode(of, code, locale);
    if (!term) wrong.note(field, 'UNKNOWN_CODE');
    return term?.number ?? 0;
  });
  return [...new Set(numbers)];
}
