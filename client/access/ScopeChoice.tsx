import { useIntl } from 'react-intl';

import { graphql, type ResultOf } from '#client/graphql.ts';
import { Choice } from '#client/ui/Field.tsx';

export const ScopeChoice_query = graphql(`
  query ScopeChoice {
    healthTrusts {
      id
      name
      parent {
        id
        name
      }
    }
    areas(kind: MUNICIPALITY) {
      code
      name
    }
  }
`);

/** Virkeområde. The whole country, a region, a health trust or a municipality; `scopeIn` reads the answer. */
export function ScopeChoice({
  scopes: { healthTrusts, areas },
  current = null,
}: {
  scopes: ResultOf<typeof ScopeChoice_query>;
  current?: { readonly organisationId: string | null; readonly areaCode: string | null } | null;
}) {
  const { formatMessage, locale } = useIntl();
  const byName = ({ name: one }: { name: string }, { name: other }: { name: string }) =>
    one.localeCompare(other, locale);
  const regions = [
    ...new Map(
      healthTrusts.flatMap(({ parent }) => (parent ? [[parent.id, parent]] : [])),
    ).values(),
  ].toSorted(byName);
  const organisations = [
    ['scope.regions', regions],
    ['scope.trusts', healthTrusts],
  ] as const;

  return (
    <Choice
      name="scope"
      label={formatMessage({ id: 'scope.title' })}
      hint={formatMessage({ id: 'scope.hint' })}
      defaultValue={valueOf(current)}
    >
      <option value="">{formatMessage({ id: 'scope.wholeCountry' })}</option>
      {organisations.map(([label, those]) => (
        <optgroup key={label} label={formatMessage({ id: label })}>
          {those.map(({ id, name }) => (
            <option key={id} value={`organisation ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={formatMessage({ id: 'scope.municipalities' })}>
        {areas.toSorted(byName).map(({ code, name }) => (
          <option key={code} value={`area ${code}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </Choice>
  );
}

const valueOf = (
  scope: { readonly organisationId: string | null; readonly areaCode: string | null } | null,
): string => {
  if (scope?.organisationId) return `organisation ${scope.organisationId}`;
  return scope?.areaCode ? `area ${scope.areaCode}` : '';
};
