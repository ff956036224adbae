import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { IntlProvider } from 'react-intl';

import { type LanguageCode, loadMessages, type Messages, rememberLanguage } from './languages.ts';

interface Choice {
  readonly language: LanguageCode;
  readonly choose: (language: LanguageCode) => Promise<void>;
}

const LanguageChoice = createContext<Choice>({ language: 'nb', choose: async () => {} });

/** The language in use, and how to change it. */
export const useLanguage = () => use(LanguageChoice);

/** Words for everything inside. Another language is fetched before it is shown, so nothing blinks. */
export function LanguageProvider({
  language,
  messages,
  children,
}: {
  language: LanguageCode;
  messages: Messages;
  children: ReactNode;
}) {
  const [spoken, setSpoken] = useState({ language, messages });

  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);

  const choice = useMemo<Choice>(
    () => ({
      language: spoken.language,
      choose: async (wanted) => {
        const wording = await loadMessages(wanted);
        rememberLanguage(wanted);
        startTransition(() => setSpoken({ language: wanted, messages: wording }));
      },
    }),
    [spoken.language],
  );

  return (
    <LanguageChoice value={choice}>
      <IntlProvider
        // English as it is written in Europe: the day before the month.
        locale={spoken.language === 'en' ? 'en-GB' : spoken.language}
        defaultLocale="nb"
        messages={spoken.messages}
      >
        {children}
      </IntlProvider>
    </LanguageChoice>
  );
}
