import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { letterOf } from '#server/access/link/linkLetters.ts';
import { deliver, linkOf, type LinkTaskSettings } from '#server/access/link/linkTasks.ts';
import { dayIn, filled } from '#server/access/link/words/linkWords.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Answer } from './answerByLink.ts';
import { groupTitle } from './GroupFacts.tsx';
import { askedGroups } from './readReview.ts';
import { said } from './ReviewPages.tsx';
import { reviewWords } from './words/reviewWords.ts';

/** Det som gjennomgangen får gjort: letters about what was answered. Each may be done twice; its letter has the same name the second time. */
export function reviewTasks(settings: LinkTaskSettings): Record<string, Task> {
  const { pool, moment } = settings;

  const sendReceipt: Task = async ({ receiptId = '', linkId = '', language: asked = '' }) => {
    const link = await linkOf(settings, 'l.id = $1', linkId);
    if (!link) return;
    const { rows } = await pool.query<{ group: FieldGroup; answer: Answer }>(
      `select distinct on (field_group) field_group as "group", answer from review_answer
       where link_id = $1 order by field_group, answered_at desc, answer`,
      [linkId],
    );
    const answers = new Map(rows.map(({ group, answer }) => [group, answer]));
    const language = asked as LinkLanguage;
    const words = reviewWords[language];
    await deliver(settings, link, `receipt-${receiptId}`, (name) =>
      letterOf(language, words.receiptSubject, [
        words.doneTitle,
        filled(words.receiptOn, { name, date: dayIn(language, moment().today) }),
        ...askedGroups.flatMap((group) => {
          const answer = answers.get(group);
          return answer ? [`${groupTitle(language, group)}: ${said(language, answer)}`] : [];
        }),
      ]),
    );
  };

  return { sendReceipt };
}
