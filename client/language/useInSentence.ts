import { useIntl } from 'react-intl';

/** A word, or the name of a language, as it stands within a sentence: small in Norwegian, as it is in English. */
export function useInSentence(): (name: string) => string {
  const { locale } = useIntl();
  return (name) =>
    locale.startsWith('en') ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
}
