import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const OrganisationNames_name = graphql(`
  fragment OrganisationNames_name on OrganisationName {
    id
    name
    use
    language {
      code
      name
    }
  }
`);

/** Andre navn. Short, former and translated names, each in its own script and direction. */
export function OrganisationNames({
  names,
}: {
  names: readonly FragmentOf<typeof OrganisationNames_name>[];
}) {
  const { formatMessage } = useIntl();
  if (names.length === 0) return null;

  return (
    <dl className="other-names">
      {readFragment(OrganisationNames_name, names).map(({ id, name, use, language }) => (
        <div key={id}>
          <dt>
            {use === 'TRANSLATION' && language
              ? language.name
              : formatMessage({ id: `nameUse.${use}` })}
          </dt>
          <dd>
            <bdi lang={language?.code}>{name}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
