/** What changes where somebody signs, also where nobody had before. */
export const standingsContext = { additionalTypenames: ['TrustStanding', 'ReviewRequest'] };
