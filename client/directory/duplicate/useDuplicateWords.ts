import { useIntl } from 'react-intl';

import type { MessageId } from '#client/language/languages.ts';

/** Grunner i ord. What two records have in common, as people say it. */
export function useDuplicateWords() {
  const { formatMessage, formatList } = useIntl();
  return {
    reasons: (reasons: readonly string[]): string =>
      formatList(
        reasons.map((it) => formatMessage({ id: `duplicate.reason.${it}` as MessageId })),
        { type: 'unit' },
      ),
  };
}
