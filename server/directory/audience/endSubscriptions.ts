import type { DigestPace } from '#schema/directory/audience/DigestPace.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** Ends subscriptions, with all that they remember; gives how many. `which`: of ours, with numbered places for the values. */
export async function endSubscriptions(
  run: Run,
  author: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  which: string,
  values: readonly unknown[],
): Promise<number> {
  const ended = await run<{ id: string; every: DigestPace }>(
    `delete from audience_subscription where ${which} returning id, every`,
    values,
  );
  for (const { id, every } of ended) {
    await logChange(
      run,
      author,
      { verb: 'unsubscribeFromAudience' },
      {
        record: 'audience_subscription',
        id,
        fields: [{ field: 'every', before: every, after: null }],
      },
    );
  }
  return ended.length;
}
