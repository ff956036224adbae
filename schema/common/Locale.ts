/** Språkform. The languages in which the register speaks to staff. */
export const locales = ['nb', 'nn', 'en'] as const;

export type Locale = (typeof locales)[number];
