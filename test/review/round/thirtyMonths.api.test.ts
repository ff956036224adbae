import { expect, test } from 'vitest';

import { daysAfter } from '#server/common/daysAfter.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { madeRound } from './roundExamples.ts';
import { RoundDesk } from './RoundDesk.ts';

/** The second has a reminder on the leap day, and its last call on the day on which clocks are put forward. */
const [first, second] = [
  { opensOn: '2026-11-22', dueOn: '2026-12-31' },
  { opensOn: '2028-02-22', dueOn: '2028-03-29' },
] as const;

/** Looks that find something, and such as come at night, twice at once, or in the hour that is left out. */
const looks = ['00:30', '01:30', '05:30', '10:00', '10:00', '21:00'];

test('in thirty months each step comes once and on its day, whatever the calendar and the clocks do', async () => {
  await using round = await RoundDesk.open();
  const { pool, clock, world } = round.desk;
  await round.has('Alfa', 'Beta');
  await round.opened(first);

  for (let day = '2026-11-23'; day < '2029-05-22'; day = daysAfter(day, 1)) {
    const isAsked = [first, second].some((it) => day >= it.opensOn && day <= it.dueOn);
    if (!isAsked && !day.endsWith('-01')) continue;
    if (day === second.opensOn) {
      clock.now = new Date(`${day}T09:00:00Z`);
      const id = await madeRound(world, { dueOn: '2026-12-28' }, round.lead);
      await pool.query(
        `update review_round set state = 'open', opens_on = $2, due_on = $3, opened_at = $4, opened_by = made_by where id = $1`,
        [id, second.opensOn, second.dueOn, clock.now],
      );
      await inTransaction(pool, (run) => addJob(run, 'queueRound', { roundId: id }, id));
      await round.desk.idle();
    }
    const isStep = ['2026-11-29', '2028-02-29', '2028-03-26'].includes(day);
    for (const time of isStep ? looks : ['10:00']) await round.tend(`${day}T${time}:00Z`);
  }

  const { rows } = await pool.query<{ day: string; step: number; count: number }>(
    `select to_char(m.sent_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as day, m.step, count(*)::integer as count
     from review_message m group by 1, 2 order by 1`,
  );
  expect(rows.map(({ day, step, count }) => [day, step, count])).toEqual([
    ['2026-11-22', 0, 2],
    ['2026-11-29', 1, 2],
    ['2026-12-13', 2, 2],
    ['2026-12-28', 99, 2],
    ['2028-02-22', 0, 2],
    ['2028-02-29', 1, 2],
    ['2028-03-14', 2, 2],
    ['2028-03-26', 99, 2],
  ]);
  // As many letters as steps, and each at an hour at which people are up.
  expect(round.recipients).toHaveLength(16);
  const { rows: hours } = await pool.query(
    `select distinct extract(hour from sent_at at time zone 'Europe/Oslo')::integer < 8 as at_night from review_message where step > 0`,
  );
  expect(hours).toEqual([{ at_night: false }]);
});
