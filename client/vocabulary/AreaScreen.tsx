import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { areaPath, organisationPath, searchPath } from '#client/paths.ts';
import { AsOfField } from '#client/ui/AsOfField.tsx';
import { LinkList } from '#client/ui/LinkList.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProfileSkeleton } from '#client/ui/ProfileSkeleton.tsx';
import { Section } from '#client/ui/Section.tsx';
import { useAsOf } from '#client/ui/useAsOf.ts';

export const AreaScreen_query = graphql(`
  query AreaScreen($code: ID!, $asOf: LocalDate) {
    area(code: $code) {
      code
      name
      officialName
      kind
      parent {
        code
        name
        parent {
          code
          name
          parent {
            code
            name
          }
        }
      }
      children {
        code
        name
      }
      catchment(asOf: $asOf) {
        id
        localHospital
        since
        confidence
        note
        trust {
          id
          name
        }
      }
    }
  }
`);

/** Område. Where it lies, what lies in it, and who answers for it on a given day. */
export function AreaScreen({ code }: { code: string }) {
  const { formatMessage, formatDate, locale } = useIntl();
  const asOf = useAsOf();
  const [result] = useQuery({ query: AreaScreen_query, variables: { code, asOf } });
  const collator = new Intl.Collator(locale);

  return (
    <Loaded result={result} waiting={<ProfileSkeleton />}>
      {({ area }) => {
        if (!area) return <NotFoundScreen />;
        const { name, officialName, kind, parent, children, catchment } = area;
        const above = [parent?.parent?.parent, parent?.parent, parent]
          .filter((one) => one !== null && one !== undefined)
          // Oslo is a municipality and its own county: once is enough.
          .filter((one, index, all) => one.name !== all[index + 1]?.name && one.name !== name);
        const kindInWords = formatMessage({ id: `areaKind.${kind}` });
        return (
          <Page title={name}>
            <link rel="canonical" href={areaPath(area.code)} />
            <div className="profile-intro">
              <p className="profile-kind">
                {kindInWords}
                {![name, `${kindInWords} ${name}`].includes(officialName) && ` · ${officialName}`}
              </p>
              {above.length > 0 && (
                <nav aria-label={formatMessage({ id: 'area.above' })}>
                  <ol className="trail">
                    {above.map((one) => (
                      <li key={one.code}>
                        <Link href={areaPath(one.code)}>{one.name}</Link>
                      </li>
                    ))}
                    <li aria-current="page">{name}</li>
                  </ol>
                </nav>
              )}
              <Link href={searchPath('areas', area.code)} className="ds-button">
                {formatMessage({ id: 'area.search' }, { area: name })}
              </Link>
            </div>
            {(kind === 'MUNICIPALITY' || kind === 'CITY_DISTRICT') && (
              <Section
                id="ansvar"
                title={formatMessage({ id: 'area.responsible' })}
                tools={<AsOfField />}
              >
                {catchment ? (
                  <div role="status">
                    <dl className="facts">
                      <div>
                        <dt>{formatMessage({ id: 'area.trust' })}</dt>
                        <dd>
                          <Link href={organisationPath(catchment.trust.id)}>
                            {catchment.trust.name}
                          </Link>
                        </dd>
                      </div>
                      <div>
                        <dt>{formatMessage({ id: 'area.localHospital' })}</dt>
                        <dd>{catchment.localHospital ?? formatMessage({ id: 'area.unknown' })}</dd>
                      </div>
                      <div>
                        <dt>{formatMessage({ id: 'area.knownSince' })}</dt>
                        <dd>
                          {formatDate(catchment.since, { dateStyle: 'long', timeZone: 'UTC' })}
                        </dd>
                      </div>
                      {(catchment.confidence !== 'SURE' || catchment.note) && (
                        <div>
                          <dt>{formatMessage({ id: 'area.note' })}</dt>
                          <dd>
                            {[
                              catchment.confidence !== 'SURE' &&
                                formatMessage({ id: `confidence.${catchment.confidence}` }),
                              catchment.note,
                            ]
                              .filter(Boolean)
                              .join('. ')}
                          </dd>
                        </div>
                      )}
                    </dl>
                  </div>
                ) : (
                  <p role="status">
                    {formatMessage({
                      id: children.length > 0 ? 'area.byDistrict' : 'area.trustUnknown',
                    })}
                  </p>
                )}
              </Section>
            )}
            {children.length > 0 && (
              <Section
                id="deler"
                title={formatMessage({ id: 'area.children' }, { count: children.length })}
              >
                <LinkList
                  links={children
                    .map((child) => ({ name: child.name, address: areaPath(child.code) }))
                    .toSorted((a, b) => collator.compare(a.name, b.name))}
                />
              </Section>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}
