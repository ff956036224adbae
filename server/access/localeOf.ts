import { type Locale, locales } from '#schema/common/Locale.ts';

const ours = new Map<string, Locale>([
  ...locales.map((code) => [code, code] as const),
  ['no', 'nb'],
]);

/** The language to speak before sign-in: the one that was asked for, else the first of the browser's that we have, else bokmål. */
export function localeOf(request: { acceptsLanguages(): string[] }, asked?: unknown): Locale {
  const wanted = [asked, ...request.acceptsLanguages()];
  return (
    wanted.map((tag) => ours.get(String(tag).split('-')[0]!.toLowerCase())).find(Boolean) ?? 'nb'
  );
}
