import { CallOutcome } from '#schema/review/call/CallOutcome.ts';
import { holdsNationalId } from '#server/common/holdsNationalId.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { fieldGroups } from '#server/review/fieldGroups.ts';
import type { NoteCallInput } from './NoteCallInput.ts';

const LONGEST_NOTE = 500;
const year = 366 * 24 * 60 * 60_000;

/** Throws INVALID_INPUT with all that will not do. */
export function refuseBadCall({ now }: Pick<Context, 'now'>, input: NoteCallInput): void {
  const { id, outcome, groups, againAt, contactPointId, note } = input;
  const wrong: Record<string, string> = {};
  if (!isUuid(id)) wrong['id'] = 'NOT_A_UUID';
  if (outcome === CallOutcome.CONFIRMED && !groups?.length) wrong['groups'] = 'REQUIRED';
  else if (groups?.some((it) => !fieldGroups.includes(it))) wrong['groups'] = 'NOT_OF_SUCH';
  if (outcome === CallOutcome.LATER) {
    const at = againAt ? Date.parse(againAt) : null;
    if (at === null) wrong['againAt'] = 'REQUIRED';
    else if (at <= now.getTime()) wrong['againAt'] = 'IN_THE_PAST';
    else if (at > now.getTime() + year) wrong['againAt'] = 'TOO_FAR_AHEAD';
  }
  if (outcome === CallOutcome.WRONG_NUMBER && !contactPointId) wrong['contactPointId'] = 'REQUIRED';
  if ((note?.length ?? 0) > LONGEST_NOTE) wrong['note'] = 'TOO_LONG';
  else if (note && holdsNationalId(note)) wrong['note'] = 'NATIONAL_IDENTITY_NUMBER_IN_TEXT';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}
