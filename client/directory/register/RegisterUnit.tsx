import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';

export const RegisterUnit_unit = graphql(`
  fragment RegisterUnit_unit on RegisteredUnit {
    number
    name
    registeredName
    formerNames
    form
    formName
    foundedOn
    seat {
      code
      name
    }
    website
    purpose
    isBankrupt
    isClosing
    isVoluntary
    deletedOn
    categories {
      code
      name
    }
    known {
      id
      name
    }
  }
`);

/** What Enhetsregisteret says of one, for whoever fills it in. */
export type RegisterFacts = ResultOf<typeof RegisterUnit_unit>;

/** Et treff i registeret. What it is, whether it still is, whether we have it; and the way to use what is said of it. */
export function RegisterUnit({
  unit,
  onUse,
}: {
  unit: FragmentOf<typeof RegisterUnit_unit>;
  onUse: (facts: RegisterFacts) => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const facts = readFragment(RegisterUnit_unit, unit);
  const { number, name, formName, seat, purpose, deletedOn, isBankrupt, isClosing, known } = facts;
  const where = [formName, seat?.name].filter(Boolean).join(', ');

  return (
    <li className="register-unit">
      <div>
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          <bdi dir="ltr" className="quiet">
            {number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}
          </bdi>
        </p>
        <p className="quiet">{where}</p>
        {purpose && (
          <p className="register-purpose">
            <bdi>{purpose}</bdi>
          </p>
        )}
        {deletedOn && (
          <p className="register-warning">
            {formatMessage(
              { id: 'register.deleted' },
              { date: formatDate(deletedOn, { dateStyle: 'long', timeZone: 'UTC' }) },
            )}
          </p>
        )}
        {isBankrupt && (
          <p className="register-warning">{formatMessage({ id: 'register.bankrupt' })}</p>
        )}
        {isClosing && (
          <p className="register-warning">{formatMessage({ id: 'register.closing' })}</p>
        )}
        {known && (
          <p>
            {formatMessage(
              { id: 'register.known' },
              {
                name: (
                  <Link key="known" href={organisationPath(known.id)}>
                    <bdi>{known.name}</bdi>
                  </Link>
                ),
              },
            )}
          </p>
        )}
      </div>
      {!known && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => onUse(facts)}
        >
          {formatMessage({ id: 'register.use' })} <span className="ds-sr-only">{name}</span>
        </button>
      )}
    </li>
  );
}
