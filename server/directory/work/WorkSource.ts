import type { WorkKind } from '#schema/directory/work/WorkKind.ts';
import { type Asked, column, given, later, type Sql, sql } from '#server/common/sql.ts';

/** What of a thing to do is told in columns. Those that a kind says nothing of are null. */
export interface WorkColumns {
  /** By which it is known within its kind: an identifier, or two with a colon between. */
  readonly subject: Sql;
  readonly organisation?: Sql;
  readonly otherOrganisation?: Sql;
  /** As JSON: `id` and `name`. */
  readonly person?: Sql;
  readonly otherPerson?: Sql;
  readonly proposal?: Sql;
  readonly channel?: Sql;
  /** Numbers of areas that have changed. */
  readonly areas?: Sql;
  /** A day, as text. */
  readonly since?: Sql;
}

/**
 * Kilde til arbeid. Where the things to do of a kind come from, in SQL.
 *
 * Each gives its own in an order of its own, from an index, so that a page costs a page however much there is to do.
 */
export interface WorkSource {
  readonly kind: WorkKind;
  readonly columns: WorkColumns;
  /** Tables and joins. What belongs to an organisation names it `o`, what belongs to a person `p`. */
  readonly from: Sql;
  /** What is to be done; row rules and scope among it. */
  readonly where: Sql;
  /** Whether it is the one that is known by `given('subject')`, in the form that its index is asked in. */
  readonly isIt: Sql;
  /** What it is ordered by, and its type; equals stand by their subject. */
  readonly order: { readonly key: Sql; readonly type: string; readonly descending?: boolean };
}

/** The areas of the one who asks, and of the trust that they ask for; null is everywhere. */
export const own = later(({ context: { viewer } }: Asked) =>
  viewer?.scope ? [...viewer.scope] : null,
);
export const chosen = later(({ args }: Asked) => args['areas'] ?? null);

/** Known by its identifier. `alias`: of its table. */
export const isSubject = (alias: string): Sql =>
  sql`${column(alias, 'id')} = ${given('subject')}::uuid`;

/** A person by name. `alias`: of their table. */
export const personCalled = (alias: string): Sql =>
  sql`json_build_object('id', ${column(alias, 'id')}, 'name', trim(${column(alias, 'given_name')} || ' ' || ${column(alias, 'family_name')}))`;
