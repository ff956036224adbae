/**
 * Hører til. What points at a record by a column, and what becomes of it when the record is merged into another.
 *
 * Every foreign key to an organisation or a person is in one of the lists; a test reads the keys of the database and fails where one is
 * not. `moves`: the row belongs to the record and goes with it, as a whole. `points`: the row is something of its own, and only its columns
 * that are named follow. `stops`: as long as such a row is there, nothing is merged. `stays`: it tells of the record that was.
 */
export interface Belonging {
  readonly table: string;
  /** The column that points. */
  readonly column: string;
  /** The foreign key, where it is another column that is worked out from this one. */
  readonly foreignKey?: string;
  readonly becomes: 'moves' | 'points' | 'stops' | 'stays';
  /** What the change log and the one who is asked call it. */
  readonly relation: string;
  /** Which of the rows; SQL over the table. */
  readonly where?: string;
  /** Rows that are alike in all of these are one: that of the survivor stays. SQL over the alias `r`. */
  readonly alike?: readonly string[];
  /** Has a place in an order: what comes from the other stands after what is there. */
  readonly isInOrder?: boolean;
  /** Columns that something else than people keeps: no reason to say that the row was changed since. */
  readonly unwatched?: readonly string[];
  /** Of `points`: the columns that are put back. */
  readonly columns?: readonly string[];
  /** The column with the person whom the row tells something of. */
  readonly person?: string;
}
