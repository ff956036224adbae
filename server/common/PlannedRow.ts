import type { Fetched } from './fetchRows.ts';
import type { RawTuple } from './Reader.ts';
import type { Row } from './Row.ts';

/** Ulest rad. A row on its way from the database to the answer: nobody has made an object of it, and nobody will. */
export class PlannedRow implements Row {
  readonly __typename: string;
  [property: string]: unknown;

  constructor(
    readonly tuple: RawTuple,
    readonly fetched: Fetched,
  ) {
    this.__typename = fetched.plan.selection.type.name;
  }
}
