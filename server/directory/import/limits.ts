/** Grenser. How much of a file we read: far beyond what anybody's list is, and little enough to hold. */
export const limits = {
  /** Bytes that may be sent. */
  file: 32 * 1024 * 1024,
  columns: 100,
  rows: 200_000,
  /** Bytes of one row of a text. */
  row: 200_000,
  /** Characters of one cell. */
  cell: 10_000,
  /** Parts of a workbook; one of Excel has some dozens. */
  parts: 1_000,
  /** Bytes of all parts of a workbook, unpacked. */
  unpacked: 192 * 1024 * 1024,
  /** How many times as large as its packed form an unpacked part may be, from a megabyte on. */
  ratio: 100,
} as const;
