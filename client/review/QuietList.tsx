import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { Section } from '#client/ui/Section.tsx';
import { QuietNote, QuietNote_rule } from './QuietNote.tsx';

export const QuietList_rule = graphql(
  `
    fragment QuietList_rule on QuietRule {
      id
      organisationId
      organisationName
      ...QuietNote_rule
    }
  `,
  [QuietNote_rule],
);

/** De som får fred. Whom nobody writes to now, and how that is lifted; nothing where there are none. */
export function QuietList({ rules }: { rules: readonly FragmentOf<typeof QuietList_rule>[] }) {
  const { formatMessage } = useIntl();
  if (!rules.length) return null;

  return (
    <Section id="fred" title={formatMessage({ id: 'quiet.title' })}>
      <p className="section-intro">{formatMessage({ id: 'quiet.intro' })}</p>
      <ul className="change-proposals">
        {rules.map((rule) => {
          const it = readFragment(QuietList_rule, rule);
          return (
            <li key={it.id}>
              <h3>
                <Link href={organisationPath(it.organisationId)}>
                  <bdi>{it.organisationName}</bdi>
                </Link>
              </h3>
              <QuietNote rule={it} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
