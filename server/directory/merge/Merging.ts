import type { MergedField } from '#schema/directory/merge/MergedField.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import type { Mergeable } from './Mergeable.ts';
import type { JsonRow } from './snapshot.ts';

/** Sammenslåing. What is known while two records become one. */
export interface Merging {
  readonly run: Run;
  readonly context: Context;
  readonly of: Mergeable;
  readonly survivor: JsonRow & { readonly id: string };
  readonly loser: JsonRow & { readonly id: string };
  /** What is taken from the one that goes. */
  readonly taken: ReadonlySet<MergedField>;
}
