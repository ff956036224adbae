import type { Locale } from '#schema/common/Locale.ts';
import icnpo from '#schema/directory/register/icnpo.json' with { type: 'json' };

const names: Readonly<Record<string, Readonly<Record<Locale, string>>>> = icnpo;

/** What a category of Frivillighetsregisteret is called; its code where we have no name for it. */
export const categoryName = (code: string, locale: Locale): string => names[code]?.[locale] ?? code;
