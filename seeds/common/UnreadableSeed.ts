/**
 * Uleselig rad. A data file that cannot be used as it stands.
 *
 * The message is one sentence for the one who loads: which file, which line, what is wrong, what to do.
 */
export class UnreadableSeed extends Error {
  override name = 'UnreadableSeed';

  /** `at`: the file and the line, as `seeds/vocabulary/topics.csv, line 12`. */
  constructor(at: string, reason: string, options?: ErrorOptions) {
    super(`${at}: ${reason}. Correct it and run again; nothing was loaded.`, options);
  }
}
