import { useIntl } from 'react-intl';

import { type FragmentOf, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { WhyMatched_reason } from './WhyMatched.tsx';

/** Språk på en linje. How a language is written among others: with how well it is spoken, where that is not fluently. */
export function useSpoken() {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();

  return {
    language: (name: string, level: 'BASIC' | 'GOOD' | 'FLUENT' | null = null) =>
      level && level !== 'FLUENT'
        ? `${inSentence(name)} (${inSentence(formatMessage({ id: `languageLevel.${level}` }))})`
        : inSentence(name),
    /** What was asked for, written as it stands on the line. */
    wanted: (why: readonly FragmentOf<typeof WhyMatched_reason>[]) =>
      readFragment(WhyMatched_reason, why).map(({ kind, text }) =>
        kind === 'LANGUAGE' ? inSentence(text) : text,
      ),
  };
}
