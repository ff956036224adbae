import { InvalidInput } from '#server/problems.ts';

/** What the tables promise of organisations, by the name of the promise: at which field it is said, and how. */
const promises: Readonly<Record<string, readonly [field: string, reason: string]>> = {
  organisation_number_is_one_organisation: ['number', 'ALREADY_USED'],
  no_organisation_is_its_own_parent: ['parent', 'WITHIN_ITSELF'],
  no_organisation_lies_within_itself: ['parent', 'WITHIN_ITSELF'],
  organisation_ends_after_it_begins: ['closedOn', 'ENDS_BEFORE_IT_BEGINS'],
};

/** Somebody was faster, and the table has kept its promise: the same no as if they had been there before. */
export function asObjection(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  const promise = constraint === undefined ? undefined : promises[constraint];
  if (!promise) throw error;
  throw new InvalidInput({ [promise[0]]: promise[1] });
}
