import { RecordKind } from '#schema/directory/RecordKind.ts';
import { ReviewAsks } from '#schema/review/round/ReviewAsks.ts';
import type { RoundText } from '#schema/review/round/RoundText.ts';
import { daysBetween } from '#server/common/daysBetween.ts';
import { holdsNationalId } from '#server/common/holdsNationalId.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { livingSearch } from '#server/directory/audience/audienceWords.ts';
import { findAudiences } from '#server/directory/audience/findAudience.ts';
import { readSearch, type SavedSearch } from '#server/directory/audience/readSearch.ts';
import { InvalidInput } from '#server/problems.ts';
import type { CreateReviewRoundInput } from './RoundInput.ts';

/** A round as it is written down. */
export interface Plan {
  readonly name: string;
  readonly audienceId: string | null;
  readonly search: SavedSearch | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly reminderDays: readonly number[];
  readonly lastCallDays: number | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly signedBy: string;
  readonly asks: ReviewAsks;
}

export type Asked = Omit<CreateReviewRoundInput, 'id'>;

const LONGEST_NAME = 120;
/** Links live a while longer than the round, and never more than a year. */
const MOST_DAYS = 300;
const MOST_REMINDERS = 5;
const WEEK = 7;
const MOST_LAST_CALL = 30;

/**
 * Leser en runde. What somebody wants a round to be, all of it.
 *
 * Throws INVALID_INPUT: `name`, `signedBy`: REQUIRED, TOO_LONG, NOT_ONE_LINE; `opensOn: IN_THE_PAST`; `dueOn: MUST_BE_AFTER_OPENING` or
 * `AT_MOST_300_DAYS`; `reminderDays: TOO_MANY`, `A_WEEK_APART` or `AFTER_DUE_DATE`; `lastCallDays: OUT_OF_RANGE`; `texts: TWICE` or
 * `NATIONAL_IDENTITY_NUMBER_IN_TEXT`; `search: REQUIRED`, `ONE_OF_TWO` or `FINDS_NO_ORGANISATIONS`; `audienceId: UNKNOWN`, `IS_ARCHIVED` or `IS_BROKEN`; and
 * what `saveAudience` says of a search.
 */
export async function readPlan(context: Context, asked: Asked): Promise<Plan> {
  const { opensOn, dueOn, asks } = asked;
  const reminderDays = asked.reminderDays ?? [7, 21].filter((days) => days < length(asked));
  const signedBy = asked.signedBy || (context.viewer?.name ?? '');
  const wrong = new Wrong();
  wrong.note('name', whyNotName(asked.name));
  wrong.note('signedBy', whyNotName(signedBy));
  if (opensOn < context.today) wrong.note('opensOn', 'IN_THE_PAST');
  if (dueOn <= opensOn) wrong.note('dueOn', 'MUST_BE_AFTER_OPENING');
  else if (length(asked) > MOST_DAYS) wrong.note('dueOn', `AT_MOST_${MOST_DAYS}_DAYS`);
  wrong.note('reminderDays', whyNotReminders(reminderDays, length(asked)));
  const lastCall = asked.lastCallDays ?? 3;
  if (lastCall < 0 || lastCall > MOST_LAST_CALL) wrong.note('lastCallDays', 'OUT_OF_RANGE');
  wrong.note('texts', whyNotTexts(asked.texts ?? []));
  if (!asked.search && !asked.audienceId) wrong.note('search', 'REQUIRED');
  if (asked.search && asked.audienceId) wrong.note('search', 'ONE_OF_TWO');
  wrong.refuse();
  return {
    name: asked.name,
    ...(await readScope(context, asked)),
    opensOn,
    dueOn,
    reminderDays,
    lastCallDays: lastCall || null,
    texts: Object.fromEntries((asked.texts ?? []).map(({ language, text }) => [language, text])),
    signedBy,
    asks: asks ?? ReviewAsks.UNCERTAIN,
  };
}

async function readScope(
  context: Context,
  { audienceId, search }: Asked,
): Promise<Pick<Plan, 'audienceId' | 'search'>> {
  if (search) {
    const read = await readSearch(context, search);
    if (read.keptFilter.only === RecordKind.PERSON) {
      throw new InvalidInput({ search: 'FINDS_NO_ORGANISATIONS' });
    }
    return { audienceId: null, search: read };
  }
  const [audience] = await findAudiences(context, [audienceId ?? '']);
  if (!audience) throw new InvalidInput({ audienceId: 'UNKNOWN' });
  if (audience.isArchived) throw new InvalidInput({ audienceId: 'IS_ARCHIVED' });
  if (livingSearch(audience, context).isBroken) throw new InvalidInput({ audienceId: 'IS_BROKEN' });
  return { audienceId: audience.id, search: null };
}

const length = ({ opensOn, dueOn }: Pick<Asked, 'opensOn' | 'dueOn'>): number =>
  daysBetween(opensOn, dueOn);

function whyNotName(name: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(name)) return 'REQUIRED';
  if (name.length > LONGEST_NAME) return 'TOO_LONG';
  return /[\n\t]/.test(name) ? 'NOT_ONE_LINE' : null;
}

function whyNotReminders(days: readonly number[], most: number): string | null {
  if (days.length > MOST_REMINDERS) return 'TOO_MANY';
  if (days.some((day, at) => day < (days[at - 1] ?? 0) + WEEK)) return 'A_WEEK_APART';
  return days.some((day) => day >= most) ? 'AFTER_DUE_DATE' : null;
}

function whyNotTexts(texts: readonly RoundText[]): string | null {
  if (new Set(texts.map(({ language }) => language)).size < texts.length) return 'TWICE';
  return texts.some(({ text }) => holdsNationalId(text))
    ? 'NATIONAL_IDENTITY_NUMBER_IN_TEXT'
    : null;
}
