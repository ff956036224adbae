import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { WorksAgain } from '#client/organisation/WorksAgain.tsx';
import { organisationPath, personPath } from '#client/paths.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ProposalCard, ProposalCard_proposal } from '#client/directory/register/ProposalCard.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { TakenNote } from './TakenNote.tsx';

export const WorkRow_item = graphql(
  `
    fragment WorkRow_item on WorkItem {
      id
      kind
      contactPointId
      since
      channel
      organisation {
        id
        version
        name
        seat {
          code
          name
        }
      }
      otherOrganisation {
        id
        name
      }
      person {
        id
        name
      }
      otherPerson {
        id
        name
      }
      proposal {
        ...ProposalCard_proposal
      }
      areas {
        code
        name
        changedOn
        successors {
          code
          name
        }
      }
      claim {
        by
        isMine
        until
      }
    }
  `,
  [ProposalCard_proposal],
);

export const ClaimWork = graphql(`
  mutation ClaimWork($id: ID!) {
    claimWork(input: { id: $id }) {
      by
      until
    }
  }
`);

export const ReleaseWork = graphql(`
  mutation ReleaseWork($id: ID!) {
    releaseWork(input: { id: $id })
  }
`);

const afterClaiming = { additionalTypenames: ['WorkItem'] };

/** En oppgave. What it is about and why, who is on to it, and, where it can be done here, the way to do it. */
export function WorkRow({
  item,
  onDone,
}: {
  item: FragmentOf<typeof WorkRow_item>;
  onDone: () => void;
}) {
  const { formatMessage, formatDate, formatTime } = useIntl();
  const it = readFragment(WorkRow_item, item);
  const [, claim] = useMutation(ClaimWork);
  const [, release] = useMutation(ReleaseWork);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { organisation, person, otherOrganisation, otherPerson } = it;
  const name = organisation?.name ?? person?.name ?? '';
  const other = otherOrganisation?.name ?? otherPerson?.name;
  const isTaken = it.claim !== null && !it.claim.isMine;
  const until =
    it.claim && formatTime(it.claim.until, { timeStyle: 'short', timeZone: 'Europe/Oslo' });

  async function take() {
    const change = it.claim?.isMine ? release : claim;
    const { error } = await change({ id: it.id }, afterClaiming);
    setProblem(error ? toProblem(error) : null);
  }
  return (
    <li className="work-row" data-row={it.id}>
      <div className="work-what">
        <h2 className="work-name">
          <Link href={addressOf(it)} data-work-name>
            <bdi>{name}</bdi>
            {other && (
              <>
                {' '}
                {formatMessage({ id: 'work.and' })} <bdi>{other}</bdi>
              </>
            )}
          </Link>
        </h2>
        <p>
          <span className="mark-tag">{formatMessage({ id: `work.kind.${it.kind}` })}</span>{' '}
          {it.kind !== 'PROPOSAL' && (
            <span>
              {formatMessage(
                { id: `work.why.${it.kind}` },
                {
                  date: it.since
                    ? formatDate(it.since, { dateStyle: 'long', timeZone: 'UTC' })
                    : '',
                  channel: it.channel ? formatMessage({ id: `contactChannel.${it.channel}` }) : '',
                },
              )}
            </span>
          )}
          {organisation?.seat && <span className="quiet"> {organisation.seat.name}</span>}
        </p>
      </div>
      <div className="work-claim">
        {it.claim && (
          <span className="quiet">
            {formatMessage(
              { id: it.claim.isMine ? 'work.isMine' : 'work.isTaken' },
              { name: it.claim.by, until: until ?? '' },
            )}
          </span>
        )}
        {!isTaken && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            data-work-claim
            aria-keyshortcuts="t"
            onClick={() => void take()}
          >
            {formatMessage({ id: it.claim ? 'work.release' : 'work.take' })}{' '}
            <span className="ds-sr-only">{name}</span>
          </button>
        )}
      </div>
      {problem && <TakenNote problem={problem} />}
      {it.contactPointId && !isTaken && (
        <div>
          <WorksAgain contactPointId={it.contactPointId} what={name} />
        </div>
      )}
      {it.proposal && <ProposalCard proposal={it.proposal} onDecided={onDone} />}
      {it.kind === 'AREA' &&
        organisation &&
        it.areas.map((area) => (
          <PlaceForm key={area.code} organisation={organisation} area={area} onPlaced={onDone} />
        ))}
    </li>
  );
}

interface Addressed {
  readonly kind: string;
  readonly organisation: { readonly id: string } | null;
  readonly otherOrganisation: { readonly id: string } | null;
  readonly person: { readonly id: string } | null;
  readonly otherPerson: { readonly id: string } | null;
}

/** Where it is done: at the part of the page that it is about. */
function addressOf({ kind, organisation, person, ...others }: Addressed): string {
  const [one, other] = [
    organisation?.id ?? person?.id ?? '',
    others.otherOrganisation?.id ?? others.otherPerson?.id,
  ];
  if (kind === 'DUPLICATE' && other) {
    const people = organisation ? '' : '?hva=personer';
    return `/dubletter/${encodeURIComponent(one)}/${encodeURIComponent(other)}${people}`;
  }
  if (!organisation) return personPath(one);
  const part: Readonly<Record<string, string>> = {
    PROPOSAL: '#registre',
    AREA: '#om',
    WITHOUT_CONTACT: '#kontakt',
    BOUNCED: '#kontakt',
  };
  return `${organisationPath(one)}${part[kind] ?? ''}`;
}
