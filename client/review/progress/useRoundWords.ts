import { useIntl } from 'react-intl';

import { useLanguageName } from '#client/access/PersonalLinkRow.tsx';
import type { RoundFactName, RoundFacts } from './roundFacts.ts';

/** What each fact of a round is called, and what it says, as people read it. */
export function useRoundWords() {
  const { formatMessage, formatDate, formatList } = useIntl();
  const languageName = useLanguageName();
  const day = (date: string) => date && formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });
  const none = formatMessage({ id: 'round.noReminders' });

  return {
    label: (name: RoundFactName): string => formatMessage({ id: `round.${name}` }),
    /** `whom`: what those are called whom it asks. */
    value(name: RoundFactName, facts: RoundFacts, whom: string): string {
      const told: { readonly [Name in RoundFactName]: () => string } = {
        name: () => facts.name,
        whom: () => whom,
        asks: () => formatMessage({ id: `round.asks.${facts.asks}` }),
        opensOn: () => day(facts.opensOn),
        dueOn: () => day(facts.dueOn),
        reminderDays: () =>
          formatList(
            facts.reminderDays.map((days) => formatMessage({ id: 'round.afterDays' }, { days })),
          ) || none,
        lastCallDays: () =>
          facts.lastCallDays
            ? formatMessage({ id: 'round.beforeDays' }, { days: facts.lastCallDays })
            : none,
        signedBy: () => facts.signedBy,
        texts: () =>
          facts.texts.map(({ language, text }) => `${languageName(language)}: «${text}»`).join(' '),
      };
      return told[name]();
    },
  };
}
