import { Certainty } from '#schema/review/Certainty.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { ReviewAsks } from '#schema/review/round/ReviewAsks.ts';
import { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import type { Context } from '#server/context.ts';
import { roundOfLink } from '#server/review/round/roundOfLink.ts';
import { personGroups } from '#server/review/fieldGroups.ts';
import { readGroups } from '#server/review/readGroups.ts';
import { readPersonGroups } from '#server/review/readPersonGroups.ts';
import type { Answer } from './answerByLink.ts';

/** Groups that an organisation is asked about by its link, in that order. Who its people are is not told to whoever holds a link. */
export const askedGroups: readonly FieldGroup[] = [
  FieldGroup.CONTACT,
  FieldGroup.LANGUAGES,
  FieldGroup.AREAS,
  FieldGroup.TOPICS,
  FieldGroup.NAME,
];

/** What whoever has such a link is asked about. A person is asked about all of their own. */
export const askedOf = (kind: LinkedKind): readonly FieldGroup[] =>
  kind === 'person' ? personGroups : askedGroups;

/** How far a review by link has come. */
export interface Review {
  readonly kind: LinkedKind;
  /** The last answer to each question. */
  readonly answers: ReadonlyMap<FieldGroup, Answer>;
  /** What is to be asked one by one: all that is not certain. */
  readonly uncertain: readonly FieldGroup[];
  /** What of that is not answered yet. */
  readonly left: readonly FieldGroup[];
  /** It was asked in a round that has been closed since. */
  readonly isLate: boolean;
}

/** Gjennomgangen. What is asked, and what has been answered, by whoever has opened the link. */
export async function readReview(
  context: Context,
  { linkId, recordId, recordKind: kind }: Pick<LinkSession, 'linkId' | 'recordId' | 'recordKind'>,
): Promise<Review> {
  const { pool } = context.database;
  const [round, groups, { rows }] = await Promise.all([
    roundOfLink(pool, linkId),
    (kind === 'person' ? readPersonGroups : readGroups)(context, recordId),
    pool.query<{ group: FieldGroup; answer: Answer }>(
      `select distinct on (field_group) field_group as "group", answer from review_answer
       where link_id = $1 order by field_group, answered_at desc, answer`,
      [linkId],
    ),
  ]);
  const answers = new Map(rows.map(({ group, answer }) => [group, answer]));
  const uncertain = askedOf(kind).filter((group) => {
    if (answers.has(group) || round?.asks === ReviewAsks.ALL) return true;
    const known = groups.find((it) => it.group === group);
    return known?.freshness.state !== FreshnessState.FRESH || known.certainty !== Certainty.SURE;
  });
  return {
    kind,
    answers,
    uncertain,
    left: uncertain.filter((group) => !answers.has(group)),
    isLate: round?.state === ReviewRoundState.CLOSED,
  };
}
