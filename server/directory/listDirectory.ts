import type { RecordKind } from '#schema/directory/RecordKind.ts';
import type { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { searchDirectory, type Question } from './searchDirectory.ts';

/** Organisations alone, or people alone, as a search finds them. */
export function listDirectory(context: Context, selection: Selection, _only: RecordKind, question: Question): Promise<object> {
  return searchDirectory(context, selection, question);
}
