import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { areaPath } from '#client/paths.ts';
import { AsOfField } from '#client/ui/AsOfField.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { useAsOf } from '#client/ui/useAsOf.ts';
import { placeName } from '#client/vocabulary/placeName.ts';

export const TrustCatchments_query = graphql(`
  query TrustCatchments($id: ID!, $asOf: LocalDate) {
    organisation(id: $id) {
      id
      catchments(asOf: $asOf) {
        id
        localHospital
        confidence
        note
        area {
          code
          name
          kind
          parent {
            code
            name
          }
        }
      }
    }
  }
`);

/** Opptaksområde. The areas that a trust answers for, today or on a day in the address, by local hospital. */
export function TrustCatchments({ organisationId }: { organisationId: string }) {
  const { formatMessage, locale } = useIntl();
  const asOf = useAsOf();
  const [result] = useQuery({
    query: TrustCatchments_query,
    variables: { id: organisationId, asOf },
  });
  const collator = new Intl.Collator(locale);

  return (
    <Section
      id="opptaksomrade"
      title={formatMessage({ id: 'organisation.catchments' })}
      tools={<AsOfField />}
    >
      <Loaded result={result}>
        {({ organisation }) => {
          const catchments = organisation?.catchments ?? [];
          const byHospital = Object.entries(
            Object.groupBy(catchments, ({ localHospital }) => localHospital ?? ''),
          ).toSorted(([a], [b]) => collator.compare(a, b));
          return (
            <>
              <p role="status">
                {formatMessage({ id: 'organisation.catchmentCount' }, { count: catchments.length })}
              </p>
              {byHospital.map(([hospital, rows = []]) => (
                <div key={hospital} className="catchment">
                  <h3>
                    {hospital
                      ? formatMessage({ id: 'organisation.hospitalOf' }, { hospital })
                      : formatMessage({ id: 'organisation.noHospital' })}
                  </h3>
                  <ul className="link-list">
                    {rows
                      .toSorted(
                        (a, b) =>
                          Number(a.note !== null) - Number(b.note !== null) ||
                          collator.compare(a.area.name, b.area.name),
                      )
                      .map(({ id, area, confidence, note }) => (
                        <li key={id}>
                          <Link href={areaPath(area.code)}>{placeName(area)}</Link>
                          {(note ?? confidence !== 'SURE') && (
                            <span className="quiet">
                              {' '}
                              {[
                                confidence !== 'SURE' &&
                                  formatMessage({ id: `confidence.${confidence}` }).toLowerCase(),
                                note,
                              ]
                                .filter(Boolean)
                                .join(': ')}
                            </span>
                          )}
                        </li>
                      ))}
                  </ul>
                </div>
              ))}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
