import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql, type VariablesOf } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';

export const LinkTextPreview_query = graphql(`
  query LinkTextPreview($recordId: ID!, $language: LinkLanguage!, $expiresOn: LocalDate!) {
    personalLinkText(recordId: $recordId, language: $language, expiresOn: $expiresOn) {
      text
      segments
      units
      isUnicode
    }
  }
`);

/** Tekstmeldingen. What it will say, and what it takes, before it is sent. */
export function LinkTextPreview(variables: VariablesOf<typeof LinkTextPreview_query>) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: LinkTextPreview_query, variables });
  return (
    <Loaded result={result}>
      {({ personalLinkText: written }) =>
        written ? (
          <div className="link-text">
            <blockquote dir="auto" lang={variables.language.toLowerCase()}>
              {written.text}
            </blockquote>
            <p className="quiet">
              {formatMessage(
                { id: written.isUnicode ? 'link.textSizeUnicode' : 'link.textSize' },
                { segments: written.segments, units: written.units },
              )}
            </p>
          </div>
        ) : (
          <p className="quiet">{formatMessage({ id: 'problem.NO_TEXT_MESSAGES' })}</p>
        )
      }
    </Loaded>
  );
}
