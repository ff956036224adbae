/** What is wrong with a row, or with one cell of it, and what might be meant instead. */
export interface Flaw {
  /** The place of its column; null where it is about the whole row. */
  readonly column: number | null;
  /** What is said about it, in the words of the screens: `import.flaw.<reason>`. */
  readonly reason: string;
  /** What may stand there instead, the likeliest first. */
  readonly suggestions?: readonly string[];
  /** The line of the file that says the same. */
  readonly line?: number;
}

/** Rad. One row of a file as it was read. */
export interface SheetRow {
  /** The line of the file, or the row of the sheet, that it begins on; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly flaws: readonly Flaw[];
}

/** Regneark. The rows of a file, one by one, and how they were read. */
export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly rows: AsyncIterable<SheetRow>;
}
