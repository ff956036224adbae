/** Postadresse. One mailbox, as `mailbox` has checked it. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Brev. One letter to one mailbox. */
export interface Letter {
  /** The same when the same letter is sent again, so that a mailbox that has it knows. */
  readonly id: string;
  readonly to: Mailbox;
  /** Who answers it; else whoever is set to (`SenderSettings`). */
  readonly replyTo?: Mailbox | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Where a POST ends what the letter is one of: mail programs make a button of it (RFC 8058). */
  readonly unsubscribe?: URL | undefined;
  /** Makes the address that it comes back to one of its own: a word of small letters and digits that nobody guesses. */
  readonly returnKey?: string | undefined;
}
