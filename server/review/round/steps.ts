/** The number of the last call among the steps of a request: 0 is the first letter, 1 and on are reminders. */
export const LAST_CALL = 99;

/** So many days after the answers are due its links still open: who answers late is heard. */
export const LINKS_OUTLIVE = 60;
