/**
 * Rad. What a read gives: a plain object with the columns that were asked for, and nothing else.
 *
 * `__typename` tells unions and interfaces what it is. The types of its properties are those of the entity of that name.
 */
export interface Row {
  readonly __typename: string;
  [property: string]: unknown;
}
