import { type KeyboardEvent, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { duplicatePath } from '#client/paths.ts';
import { isWriting } from '#client/ui/isWriting.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { useDuplicateWords } from './useDuplicateWords.ts';
import { useDecision } from './useDecision.ts';

export const DuplicateSide_side = graphql(`
  fragment DuplicateSide_side on DuplicateSide {
    id
    organisation {
      id
      name
      kind
      number
      seat {
        code
        name
      }
    }
    person {
      id
      name
      areas {
        code
        name
      }
      affiliations(current: true, first: 1) {
        nodes {
          id
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export const DuplicateList_pair = graphql(
  `
    fragment DuplicateList_pair on DuplicatePair {
      id
      kind
      score
      reasons
      one {
        ...DuplicateSide_side
      }
      other {
        ...DuplicateSide_side
      }
      decision {
        by
        at
        reason
      }
      viewerMay {
        merge
      }
    }
  `,
  [DuplicateSide_side],
);

type Side = ResultOf<typeof DuplicateSide_side>;

/**
 * Listen over par. J and K, or the arrows, go from pair to pair; Enter opens it, N says that the two are not the same. The keys work where
 * the focus is in the list.
 */
export function DuplicateList({
  pairs,
}: {
  pairs: readonly FragmentOf<typeof DuplicateList_pair>[];
}) {
  const { formatMessage, formatDate } = useIntl();
  const words = useDuplicateWords();
  const list = useRef<HTMLOListElement>(null);
  const { decide, problem, isDeciding } = useDecision();

  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])];
  function handleKey(event: KeyboardEvent<HTMLOListElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (isWriting(event.target)) return;
    const row = (event.target as Element).closest('li');
    const all = links();
    const at = all.findIndex((link) => row?.contains(link));
    const go = (to: number) => all[to]?.focus();
    const keys: Record<string, () => void> = {
      j: () => go(at + 1),
      ArrowDown: () => go(at + 1),
      k: () => go(at - 1),
      ArrowUp: () => go(at - 1),
      n: () => row?.querySelector<HTMLElement>('[data-decide]')?.click(),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <p className="quiet duplicate-keys">{formatMessage({ id: 'duplicate.keys' })}</p>
      {/* The keys are those of the links and buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="duplicate-list" onKeyDown={handleKey}>
        {readFragment(DuplicateList_pair, pairs).map((pair, at) => {
          const [one, other] = [
            readFragment(DuplicateSide_side, pair.one),
            readFragment(DuplicateSide_side, pair.other),
          ];
          const names = { one: nameOf(one), other: nameOf(other) };
          return (
            <li key={pair.id} className="duplicate-pair">
              <Link
                href={duplicatePath(pair.kind, one.id, other.id)}
                data-pair
                className="duplicate-names"
              >
                <SideName side={one} />
                <SideName side={other} />
              </Link>
              <p className="duplicate-why">{words.reasons(pair.reasons)}</p>
              {pair.decision ? (
                <p className="quiet">
                  {formatMessage(
                    { id: 'duplicate.decidedBy' },
                    {
                      by: pair.decision.by ?? '–',
                      at: formatDate(pair.decision.at, {
                        dateStyle: 'medium',
                        timeZone: 'Europe/Oslo',
                      }),
                    },
                  )}
                  {pair.decision.reason && <q> {pair.decision.reason}</q>}
                </p>
              ) : (
                !pair.viewerMay.merge && (
                  <p className="quiet">{formatMessage({ id: 'duplicate.notBothYours' })}</p>
                )
              )}
              {pair.viewerMay.merge && (
                <button
                  type="button"
                  data-decide
                  className="ds-button"
                  data-variant="secondary"
                  disabled={isDeciding}
                  aria-label={formatMessage(
                    { id: pair.decision ? 'duplicate.reviveThe' : 'duplicate.dismissThe' },
                    names,
                  )}
                  onClick={() => {
                    // Whoever decides goes on with the one that takes its place.
                    const next = links()[at + 1] ?? links()[at - 1];
                    void decide(pair.decision ? 'revive' : 'dismiss', {
                      kind: pair.kind,
                      oneId: one.id,
                      otherId: other.id,
                      names,
                    }).then((isDone) => isDone && next?.focus());
                  }}
                >
                  {formatMessage({
                    id: pair.decision ? 'duplicate.revive' : 'duplicate.dismiss',
                  })}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

const nameOf = ({ organisation, person }: Side): string => organisation?.name ?? person?.name ?? '';

function SideName({ side }: { side: Side }) {
  const { formatMessage } = useIntl();
  const { organisation, person } = side;
  const about = [
    organisation && formatMessage({ id: `organisationKind.${organisation.kind}` }),
    organisation?.seat?.name,
    organisation?.number,
    person?.affiliations.nodes[0]?.organisation.name,
    person?.areas[0]?.name,
  ].filter(Boolean);

  return (
    <span className="duplicate-name">
      <bdi>
        <strong>{nameOf(side)}</strong>
      </bdi>
      <span className="quiet">{about.join(' · ')}</span>
    </span>
  );
}
