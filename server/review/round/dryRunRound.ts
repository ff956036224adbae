import type { ReviewHindrance } from '#schema/review/round/ReviewHindrance.ts';
import type { HinderedPage, RoundDryRun } from '#schema/review/round/RoundDryRun.ts';
import { ensure } from '#server/access/ensure.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { membersOfRound } from './membersOfRound.ts';
import { findRound } from './readRounds.ts';
import { mayRunRound } from './roundRules.ts';
import type { Reached } from './whom.ts';

/**
 * Prøvekjøring. How many would be asked in which language by which way, who would not and why; nothing is written.
 *
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function dryRunRound(context: Context, id: string): Promise<RoundDryRun> {
  const members = await membersOf(context, id);
  const reached = members.filter(({ hindrance }) => hindrance === null);
  return {
    total: members.length,
    reached: reached.length,
    ways: counted(reached, ({ channel, language }) => `${channel} ${language}`).map(
      ([{ channel, language }, count]) => ({ channel: channel!, language, count }),
    ),
    hindered: counted(
      members.filter(({ hindrance }) => hindrance !== null),
      ({ hindrance }) => String(hindrance),
    ).map(([{ hindrance }, count]) => ({ hindrance: hindrance!, count })),
    lacking: counted(
      reached.filter(({ lacksLanguage }) => lacksLanguage !== null),
      ({ lacksLanguage }) => String(lacksLanguage),
    ).map(([{ lacksLanguage }, count]) => ({
      language: lacksLanguage!,
      name: context.vocabulary.byCode('Language', lacksLanguage!, context.locale)?.name ?? null,
      count,
    })),
  };
}

const MOST = 100;

/** Who would not be written to, and why: a page of them, by name. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT. */
export async function dryRunHindered(
  context: Context,
  id: string,
  {
    hindrance,
    first,
    offset,
  }: { hindrance: ReviewHindrance | null; first: number; offset: number },
): Promise<HinderedPage> {
  if (first < 1 || first > MOST) throw new InvalidInput({ first: `FROM_1_TO_${MOST}` });
  if (offset < 0) throw new InvalidInput({ offset: 'NEGATIVE' });
  const all = (await membersOf(context, id)).filter((it) =>
    hindrance === null ? it.hindrance !== null : it.hindrance === hindrance,
  );
  return {
    nodes: all.slice(offset, offset + first).map(({ organisationId, name, ...it }) => ({
      organisationId,
      organisationName: name,
      hindrance: it.hindrance!,
    })),
    totalCount: all.length,
  };
}

async function membersOf(context: Context, id: string): Promise<Reached[]> {
  const round = await findRound(context, id);
  ensure(mayRunRound, context.viewer, round);
  const day = round.opensOn > context.today ? round.opensOn : context.today;
  return membersOfRound(context, round, day);
}

/** One of each group, and how many there are of it, the most first. */
function counted(all: readonly Reached[], by: (one: Reached) => string): [Reached, number][] {
  return [...Map.groupBy(all, by).values()]
    .map((group): [Reached, number] => [group[0]!, group.length])
    .toSorted(([, one], [, other]) => other - one);
}
