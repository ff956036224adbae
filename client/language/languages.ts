import type messagesOfBokmål from '#schema/language/nb.json';

/** Every message there is, by its key. Bokmål is the source; the others are checked against it. */
export type Messages = typeof messagesOfBokmål;
export type MessageId = keyof Messages;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}

/** Grensesnittspråk. The languages staff choose between, each named in itself. */
export const languages = [
  { code: 'nb', endonym: 'Bokmål' },
  { code: 'nn', endonym: 'Nynorsk' },
  { code: 'en', endonym: 'English' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];

const loaders: Record<LanguageCode, () => Promise<{ default: Messages }>> = {
  nb: () => import('#schema/language/nb.json', { with: { type: 'json' } }),
  nn: () => import('#schema/language/nn.json', { with: { type: 'json' } }),
  en: () => import('#schema/language/en.json', { with: { type: 'json' } }),
};

export async function loadMessages(language: LanguageCode): Promise<Messages> {
  return (await loaders[language]()).default;
}

const storageKey = 'samband.language';

/** What was chosen last on this device, else the first of the browser's languages that we have. */
export function preferredLanguage(): LanguageCode {
  const wanted = [stored(), ...navigator.languages.map(baseOf), 'nb'];
  return wanted.find((code) =>
    languages.some((language) => language.code === code),
  ) as LanguageCode;
}

export function rememberLanguage(language: LanguageCode): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function baseOf(tag: string): string {
  const base = tag.split('-')[0] ?? '';
  return base === 'no' ? 'nb' : base;
}
