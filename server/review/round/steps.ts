/** The number of the last call among the steps of a request: 0 is the first letter, 1 and on are reminders. */
export const LAST_CALL = 99;

/** From here on: the first letter again, to whoever has taken over. */
export const HANDED_OVER = 100;

/** Whether it is the first that somebody gets. */
export const isFirst = (step: number): boolean => step === 0 || step >= HANDED_OVER;

/** So many days after the answers are due its links still open: who answers late is heard. */
export const LINKS_OUTLIVE = 60;
