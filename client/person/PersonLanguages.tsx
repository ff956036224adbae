import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { searchPath } from '#client/paths.ts';
import './PersonLanguages.css';

export const PersonLanguages_language = graphql(`
  fragment PersonLanguages_language on PersonLanguage {
    speaks
    understands
    writes
    language {
      code
      name
    }
  }
`);

type Level = ResultOf<typeof PersonLanguages_language>['speaks'];

const skills = ['speaks', 'understands', 'writes'] as const;
const levels: readonly Level[] = ['BASIC', 'GOOD', 'FLUENT'];

const rank = (level: Level) => (level ? levels.indexOf(level) : -1);

/** Språk. The best spoken first; how well each is spoken, understood and written, in words with a mark beside them. */
export function PersonLanguages({
  languages,
}: {
  languages: readonly FragmentOf<typeof PersonLanguages_language>[];
}) {
  const { formatMessage, locale } = useIntl();
  const collator = new Intl.Collator(locale);
  const known = readFragment(PersonLanguages_language, languages).toSorted(
    (a, b) => rank(b.speaks) - rank(a.speaks) || collator.compare(a.language.name, b.language.name),
  );

  return (
    <table className="person-languages">
      <thead>
        <tr>
          <th scope="col">{formatMessage({ id: 'person.language' })}</th>
          {skills.map((skill) => (
            <th key={skill} scope="col">
              {formatMessage({ id: `person.${skill}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.map(({ language, ...levelOf }) => (
          <tr key={language.code}>
            <th scope="row">
              <Link href={searchPath('languages', language.code)}>{language.name}</Link>
            </th>
            {skills.map((skill) => (
              <td key={skill}>
                <LevelMark level={levelOf[skill]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LevelMark({ level }: { level: Level }) {
  const { formatMessage } = useIntl();
  if (!level) return <span className="quiet">{formatMessage({ id: 'person.notTold' })}</span>;
  const reached = levels.indexOf(level);

  return (
    <span className="level">
      {formatMessage({ id: `languageLevel.${level}` })}
      <svg viewBox="0 0 30 6" width="30" height="6" aria-hidden="true">
        {levels.map((step, index) => (
          <rect
            key={step}
            x={index * 10 + 0.5}
            y="0.5"
            width="8"
            height="5"
            rx="1"
            data-reached={index <= reached}
          />
        ))}
      </svg>
    </span>
  );
}
