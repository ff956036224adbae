import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { folded } from '#client/ui/folded.ts';
import { Series } from '#client/ui/Series.tsx';
import type { RecordKind } from './directoryQuery.ts';
import { useReading } from './Readings.tsx';

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
  const readingOf = useReading();

  const told = readFragment(WhyMatched_reason, reasons)
    .map((reason) => ({ ...reason, isReadOtherwise: isReadOtherwise(reason) }))
    .filter(({ kind, text, isReadOtherwise: isTold }) => isTold || !isInPlainSight(kind, text))
    // Two words may have found the same: it is said once, with how it was read when that must be told.
    .filter((reason, _index, all) => {
      const same = all.filter(({ kind, text }) => kind === reason.kind && text === reason.text);
      return reason === (same.find(({ isReadOtherwise: isTold }) => isTold) ?? same[0]);
    });
  if (told.length === 0) return null;

  return (
    <p className="hit-why">
      <Series>
        {told.map(({ kind, word, text, isWider, isReadOtherwise: isOther }) => (
          <span key={`${kind} ${word} ${text}`}>
            {formatMessage(
              { id: `why.${kind}` },
              {
                text: <bdi key="text">{kind === 'LANGUAGE' ? inSentence(text) : text}</bdi>,
                subject,
                isWider: String(isWider),
              },
            )}
            {isOther && (
              <span className="why-written">
                {' '}
                {formatMessage(
                  { id: 'why.written' },
                  {
                    word: <bdi key="word">{word}</bdi>,
                    isText: String((readingOf(kind, word) ?? text) === text),
                    reading: <bdi key="reading">{readingOf(kind, word)}</bdi>,
                  },
                )}
              </span>
            )}
          </span>
        ))}
      </Series>
    </p>
  );
}

/** The row says these itself: the name, the kind, and with the way to ring that there is a phone. */
const isInPlainSight = (kind: string, text: string) =>
  kind === 'NAME' || kind === 'KIND' || (kind === 'CONTACT' && !/[\d@]/.test(text));

const isReadOtherwise = ({ exact, text, word }: { exact: boolean; text: string; word: string }) =>
  !exact && !folded(text).includes(folded(word));
