import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { affiliated_affiliation } from '#client/organisation/affiliated.ts';
import { AffiliatedTools } from '#client/organisation/AffiliatedTools.tsx';
import { Period } from '#client/organisation/Period.tsx';
import { organisationPath } from '#client/paths.ts';
import './AffiliationHistory.css';

export const AffiliationHistory_affiliation = graphql(
  `
    fragment AffiliationHistory_affiliation on Affiliation {
      id
      role
      title
      since
      until
      isPrimary
      organisation {
        id
        name
        kind
      }
      ...affiliated_affiliation
    }
  `,
  [affiliated_affiliation],
);

type Affiliation = ResultOf<typeof AffiliationHistory_affiliation>;

/** Tilknytninger over tid. The words carry it; the bar under each shows when, all on the same axis. */
export function AffiliationHistory({
  current,
  former,
}: {
  current: readonly FragmentOf<typeof AffiliationHistory_affiliation>[];
  former: readonly FragmentOf<typeof AffiliationHistory_affiliation>[];
}) {
  const { formatMessage } = useIntl();
  const isNow = readFragment(AffiliationHistory_affiliation, current);
  const was = readFragment(AffiliationHistory_affiliation, former);
  const axis = axisOf([...isNow, ...was]);

  return (
    <>
      {isNow.length > 0 ? (
        <AffiliationList affiliations={isNow} axis={axis} />
      ) : (
        <p className="quiet">{formatMessage({ id: 'person.noAffiliations' })}</p>
      )}
      {was.length > 0 && (
        <>
          <h3>{formatMessage({ id: 'organisation.former' })}</h3>
          <AffiliationList affiliations={was} axis={axis} />
        </>
      )}
    </>
  );
}

interface Axis {
  readonly start: number;
  readonly end: number;
}

/** From the first day of the first year to today. */
function axisOf(affiliations: readonly Affiliation[]): Axis {
  const first = Math.min(...affiliations.map(({ since }) => Number(since.slice(0, 4))));
  return { start: Date.UTC(first), end: Date.now() };
}

function AffiliationList({
  affiliations,
  axis,
}: {
  affiliations: readonly Affiliation[];
  axis: Axis;
}) {
  const { formatMessage } = useIntl();
  const latestFirst = affiliations.toSorted(
    (a, b) => Number(b.isPrimary) - Number(a.isPrimary) || b.since.localeCompare(a.since),
  );

  return (
    <ul className="affiliation-history">
      {latestFirst.map((affiliation) => {
        const { id, role, title, since, until, organisation } = affiliation;
        return (
          <li key={id}>
            <Link href={organisationPath(organisation.id)}>
              <bdi>{organisation.name}</bdi>
            </Link>
            <span className="quiet">
              {title ? <bdi>{title}</bdi> : formatMessage({ id: `affiliationRole.${role}` })}
              {', '}
              <Period since={since} until={until} />
            </span>
            <TimeBar since={since} until={until} axis={axis} />
            <AffiliatedTools affiliation={affiliation} />
          </li>
        );
      })}
    </ul>
  );
}

function TimeBar({ since, until, axis }: Pick<Affiliation, 'since' | 'until'> & { axis: Axis }) {
  const at = (time: number) => ((time - axis.start) / (axis.end - axis.start)) * 100;
  const start = at(Date.parse(since));
  const end = until ? at(Date.parse(until)) : 100;

  return (
    <svg className="time-bar" width="100%" height="8" aria-hidden="true">
      <line x1="0" x2="100%" y1="4" y2="4" />
      <rect
        x={`${start}%`}
        y="1"
        width={`${Math.max(end - start, 1)}%`}
        height="6"
        rx="3"
        data-open={!until}
      />
    </svg>
  );
}
