import { BulkAction } from '#schema/directory/bulk/BulkAction.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';

/** What of an organisation a bulk edit looks at. */
export interface BulkSubject {
  readonly topics: readonly number[];
  readonly languages: readonly number[];
  readonly servedAreas: readonly number[];
  readonly seat: number | null;
  readonly archivedOn: string | null;
}

/** Each action: the field that it changes, and how; and of which vocabulary its value is. */
const lists = {
  [BulkAction.ADD_TOPIC]: { field: 'topics', adds: true, of: 'Topic' },
  [BulkAction.REMOVE_TOPIC]: { field: 'topics', adds: false, of: 'Topic' },
  [BulkAction.ADD_LANGUAGE]: { field: 'languages', adds: true, of: 'Language' },
  [BulkAction.REMOVE_LANGUAGE]: { field: 'languages', adds: false, of: 'Language' },
  [BulkAction.ADD_AREA]: { field: 'servedAreas', adds: true, of: 'Area' },
  [BulkAction.REMOVE_AREA]: { field: 'servedAreas', adds: false, of: 'Area' },
} as const;

const isOnList = (action: BulkAction): action is keyof typeof lists => action in lists;

/** Of which vocabulary the value of an action is; null where it takes none. */
export function vocabularyOf(action: BulkAction): VocabularyName | null {
  if (isOnList(action)) return lists[action].of;
  return action === BulkAction.SET_SEAT ? 'Area' : null;
}

/** Endringen av én. What an action changes of one organisation; nothing where it is so already. `number`: of the value's term. */
export function bulkFields(
  action: BulkAction,
  number: number | null,
  subject: BulkSubject,
  today: string,
): FieldChange[] {
  if (isOnList(action)) {
    const { field, adds } = lists[action];
    const before = subject[field];
    if (number === null || before.includes(number) === adds) return [];
    const after = adds ? [...before, number] : before.filter((it) => it !== number);
    return [{ field, before, after }];
  }
  if (action === BulkAction.SET_SEAT) {
    return subject.seat === number ? [] : [{ field: 'seat', before: subject.seat, after: number }];
  }
  return subject.archivedOn ? [] : [{ field: 'archivedOn', before: null, after: today }];
}
