/** Ord. What letters and pages of a round say beside those of every link, in one language. `{name}` and `{date}` are filled in. */
export interface RoundWording {
  readonly reminderSubject: string;
  readonly lastCallSubject: string;
  readonly reminder: string;
  readonly lastCall: string;
  readonly answerBy: string;
  /** On paper, beside the squares that hold the link. */
  readonly scan: string;
  /** On the receipt of an answer that came after the round was closed. */
  readonly closed: string;
}
