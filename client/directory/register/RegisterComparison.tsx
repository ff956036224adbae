import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { RegisterReachNote } from './RegisterReachNote.tsx';

export const RegisterComparison_query = graphql(`
  query RegisterComparison($id: ID!) {
    compareWithRegister(organisationId: $id) {
      reach
      secondsToWait
      standing
      unit {
        number
        registeredName
        formerNames
        formName
        industryName
        foundedOn
        purpose
        isBankrupt
        isClosing
        isVoluntary
        categories {
          code
          name
        }
      }
      facts {
        fact
        ours
        theirs
        isSame
      }
    }
  }
`);

/** Her og der. What Enhetsregisteret says of an organisation, beside what we have; and what only it says. */
export function RegisterComparison({ organisationId: id }: { organisationId: string }) {
  const { formatMessage, formatDate } = useIntl();
  const [result] = useQuery({
    query: RegisterComparison_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const day = (value: string) => formatDate(value, { dateStyle: 'long', timeZone: 'UTC' });
  const said = (fact: string, value: string | null) =>
    value !== null && fact === 'closedOn' ? day(value) : value;

  return (
    <Loaded result={result}>
      {({ compareWithRegister: { reach, secondsToWait, standing, unit, facts } }) => (
        <div className="register-comparison">
          <RegisterReachNote reach={reach} secondsToWait={secondsToWait} />
          {standing && standing !== 'HERE' && (
            <p className="ds-alert" data-color={standing === 'NO_NUMBER' ? 'info' : 'warning'}>
              {formatMessage({ id: `register.standing.${standing}` })}
            </p>
          )}
          {facts.length > 0 && (
            <div className="register-table">
              <table className="ds-table">
                <thead>
                  <tr>
                    <th scope="col">{formatMessage({ id: 'register.fact' })}</th>
                    <th scope="col">Samband</th>
                    <th scope="col">{formatMessage({ id: 'register.name' })}</th>
                    <th scope="col">{formatMessage({ id: 'register.isSame' })}</th>
                  </tr>
                </thead>
                <tbody>
                  {facts.map(({ fact, ours, theirs, isSame }) => (
                    <tr key={fact}>
                      <th scope="row">
                        {formatMessage({ id: `register.compared.${fact as 'name'}` })}
                      </th>
                      <td>
                        <bdi>{said(fact, ours) ?? '–'}</bdi>
                      </td>
                      <td>
                        <bdi>{said(fact, theirs) ?? '–'}</bdi>
                      </td>
                      <td>{formatMessage({ id: isSame ? 'change.true' : 'change.false' })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {unit && (
            <dl className="register-facts">
              <Fact label="register.registeredName">{unit.registeredName}</Fact>
              <Fact label="register.formerNames">{unit.formerNames.join(', ')}</Fact>
              <Fact label="register.form">{unit.formName}</Fact>
              <Fact label="register.industry">{unit.industryName}</Fact>
              <Fact label="register.founded">{unit.foundedOn && day(unit.foundedOn)}</Fact>
              <Fact label="register.purpose">{unit.purpose}</Fact>
              <Fact label="register.categories">
                {unit.categories?.map(({ name }) => name).join(', ')}
              </Fact>
              {unit.isBankrupt && (
                <Fact label="register.status">{formatMessage({ id: 'register.bankrupt' })}</Fact>
              )}
              {unit.isClosing && (
                <Fact label="register.status">{formatMessage({ id: 'register.closing' })}</Fact>
              )}
            </dl>
          )}
          <p className="quiet">{formatMessage({ id: 'register.neverWritten' })}</p>
        </div>
      )}
    </Loaded>
  );
}

type Label =
  | 'register.registeredName'
  | 'register.formerNames'
  | 'register.form'
  | 'register.industry'
  | 'register.founded'
  | 'register.purpose'
  | 'register.categories'
  | 'register.status';

/** What the register says nothing of is left out. */
function Fact({ label, children }: { label: Label; children: string | null | undefined }) {
  const { formatMessage } = useIntl();
  if (!children) return null;
  return (
    <div>
      <dt>{formatMessage({ id: label })}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
