import { given, raw, sql } from '#server/common/sql.ts';
import { least } from '#server/directory/duplicate/weights.ts';

/** By which a pair is known: one, a colon, the other. */
export const pairCalled = raw(`(w.one_id || ':' || w.other_id)`);

export const isPair = sql`(w.one_id = ${given('subject')}::uuid and w.other_id = ${given('other')}::uuid)`;

/** Nobody has said that they are not the same. */
export const isUndecidedPair = raw(`not exists (
  select from duplicate_decision as d where d.undone_at is null
    and (d.one_id, d.other_id) in ((w.one_id, w.other_id), (w.other_id, w.one_id))
)`);

/** Less alike, and looking costs more than it finds. */
export const leastAlike = raw(String(least.inTheList));
