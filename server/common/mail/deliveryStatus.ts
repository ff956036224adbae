/**
 * Leveringsstatus (RFC 3463). Whether what is said of a delivery says that nobody has that address: then it is not written to again.
 *
 * Much that is refused for good says something else: a full mailbox, a letter that is too long, a server that does not like us. A mistake
 * of ours, such as a missing entry in the name service, must not make a whole register seem unreachable.
 */
export function isAddressGone(status: string): boolean {
  const [whole, subject, detail] = status.split('.').map(Number);
  if (whole !== 5 || subject === undefined || detail === undefined) return false;
  if (subject === 0 || subject === 4) return true;
  if (subject === 1) return !aboutSender.has(detail);
  return subject === 2 && !aboutMailbox.has(detail);
}

/** The sender's address is what is wrong (5.1.7, 5.1.8). */
const aboutSender = new Set([7, 8]);
/** It is full, or takes no letters that long: it is there. */
const aboutMailbox = new Set([2, 3]);

/** What a mail server's answer to a recipient says: in its own words where it has any, else by its code. */
export function statusIn(responseCode: number, response: string): string {
  const [, enhanced] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  if (enhanced) return enhanced;
  if (responseCode < 500) return '4.0.0';
  // 552 and 554 are said of what is too much, or not wanted; 550, 551 and 553 of who is not there.
  return [550, 551, 553].includes(responseCode) ? '5.1.0' : '5.3.0';
}
