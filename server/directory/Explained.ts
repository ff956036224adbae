import type { RecordKind } from '#schema/directory/RecordKind.ts';

/** What of an entry a reason can be found in. */
export interface Explained {
  readonly record: RecordKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly string[];
  readonly kind: string | null;
  readonly number: string | null;
  readonly languages: readonly number[];
  readonly areas: readonly number[];
  readonly topics: readonly number[];
  readonly communities: readonly number[];
  readonly willingness: readonly string[];
  readonly hasPhone: boolean;
}
