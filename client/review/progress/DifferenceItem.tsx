import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';
import { organisationPath } from '#client/paths.ts';

export const DifferenceItem_difference = graphql(`
  fragment DifferenceItem_difference on OrganisationDifference {
    organisationId
    name
    what
    facts {
      field
      before
      after
    }
  }
`);

/** Én virksomhet mellom to utgaver: that it came or went, or what about it is different. */
export function DifferenceItem({
  difference,
}: {
  difference: FragmentOf<typeof DifferenceItem_difference>;
}) {
  const { formatMessage } = useIntl();
  const { organisationId, name, what, facts } = readFragment(DifferenceItem_difference, difference);

  return (
    <li>
      <h3>
        <Link href={organisationPath(organisationId)}>
          <bdi>{name}</bdi>
        </Link>
      </h3>
      {what !== 'CHANGED' && <p>{formatMessage({ id: `roundDifference.what.${what}` })}</p>}
      {facts.length > 0 && (
        <ul className="fact-differences">
          {facts.map(({ field, before, after }) => (
            <li key={field}>
              {formatMessage({ id: labelOf(field) })}
              {': '}
              <del>{before ?? formatMessage({ id: 'roundDifference.nothing' })}</del>
              {' → '}
              <ins>{after ?? formatMessage({ id: 'roundDifference.nothing' })}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Of how it is reached the channel alone is told. */
function labelOf(field: string): MessageId {
  const [first, channel] = field.split('.');
  return (
    first === 'contact' ? `contactChannel.${channel}` : `roundDifference.field.${field}`
  ) as MessageId;
}
