import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import type { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';

export interface Question {
  readonly text?: string | null;
  readonly filter?: DirectoryFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export async function searchDirectory(_context: Context, _selection: Selection, _question: Question): Promise<object> {
  throw new Error('The directory is not built yet');
}
