/** A piece of SQL with its values apart: what a person typed never becomes part of the text. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** A statement as PostgreSQL takes it: numbered places in the text, and what goes into them. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Writes a piece of SQL. A piece within a piece is spliced in; every other value becomes a parameter.
 *
 *     sql`select id from organisation where kind = any(${kinds}) and ${rule}`
 */
export const sql = (strings: TemplateStringsArray, ...values: readonly unknown[]): Sql =>
  new Sql(strings, values);

/** The name of a table, column or alias of ours. Never of anything from outside. */
export const name = (identifier: string): Sql => new Sql([`"${identifier}"`], []);

/** A column of an alias. */
export const column = (alias: string, identifier: string): Sql =>
  new Sql([`"${alias}"."${identifier}"`], []);

/** Text of ours that is SQL already. */
export const raw = (text: string): Sql => new Sql([text], []);

export function join(pieces: readonly Sql[], separator: string): Sql {
  const [first, ...rest] = pieces;
  if (!first) return raw('');
  return rest.reduce((all, piece) => sql`${all}${raw(separator)}${piece}`, first);
}

/** All of them; `true` when there are none. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length ? sql`(${join(conditions, ' and ')})` : raw('true');

export function render(piece: Sql): Statement {
  const values: unknown[] = [];
  let text = '';
  const write = ({ strings, values: inner }: Sql): void => {
    strings.forEach((string, index) => {
      text += string;
      if (index >= inner.length) return;
      const value = inner[index];
      if (value instanceof Sql) write(value);
      else text += `$${values.push(value)}`;
    });
  };
  write(piece);
  return { text, values };
}
