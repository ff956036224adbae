/** Why a file as a whole will not do. */
export type Unreadable =
  | 'EMPTY_FILE'
  | 'NOT_A_SPREADSHEET'
  | 'OLD_OR_LOCKED_EXCEL'
  | 'BROKEN_FILE'
  | 'ZIP_BOMB'
  | 'TOO_MANY_PARTS'
  | 'UNSAFE_ZIP'
  | 'HAS_MACROS'
  | 'HAS_EXTERNAL_LINKS'
  | 'HAS_FILES_INSIDE'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_ROWS'
  | 'NO_ROWS';

/** Uleselig fil. A file of which no row can be used, and what is to be done about it. */
export class UnreadableFile extends Error {
  constructor(readonly reason: Unreadable) {
    super(`The file cannot be read: ${reason}`);
  }
}
