import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import type { RecordKind } from './directoryQuery.ts';

export const WhyMatched_reason = graphql(`
  fragment WhyMatched_reason on MatchReason {
    kind
    word
    text
    exact
    isWider
  }
`);

/** Hvorfor. In plain words, why this was found; what was read otherwise than it was written, says so. */
export function WhyMatched({
  reasons,
  subject,
}: {
  reasons: readonly FragmentOf<typeof WhyMatched_reason>[];
  subject: RecordKind;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();

  return readFragment(WhyMatched_reason, reasons).map(({ kind, word, text, exact, isWider }) => {
    const isReadOtherwise = !exact && !folded(text).includes(folded(word));
    return (
      <span key={`${kind} ${word} ${text}`} className="why">
        {formatMessage(
          { id: `why.${kind}` },
          {
            text: <bdi key="text">{kind === 'LANGUAGE' ? inSentence(text) : text}</bdi>,
            subject,
            isWider: String(isWider),
          },
        )}
        {isReadOtherwise && (
          <span className="why-written">
            {' '}
            {formatMessage({ id: 'why.written' }, { word: <bdi key="word">{word}</bdi> })}
          </span>
        )}
      </span>
    );
  });
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
