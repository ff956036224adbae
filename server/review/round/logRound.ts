import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import type { Plan } from './readPlan.ts';

/** Tells in the change log what was done with a round. */
export const logRound = (
  run: Run,
  by: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  verb: string,
  id: string,
  fields: readonly FieldChange[],
  reason: string | null = null,
): Promise<unknown> => logChange(run, by, { verb, reason }, { record: 'review_round', id, fields });

/** What is different between two plans, as texts. */
export function toldOf(before: Plan | null, after: Plan): FieldChange[] {
  const fields = Object.keys(after) as (keyof Plan)[];
  return fields.flatMap((field) => {
    const [was, is] = [before && inWords(before[field]), inWords(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

const inWords = (value: Plan[keyof Plan]): string | number | null =>
  value === null || typeof value !== 'object' ? value : JSON.stringify(value, inOrder);

/** The database keeps the keys of an object in an order of its own. */
const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
