/** Frist. Months from a verification until somebody should ask again, where nobody has set another number for such organisations. */
export const usualMonths = 24;

/** As short and as long as it may be set. */
export const shortestDeadline = 6;
export const longestDeadline = 36;
