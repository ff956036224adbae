import type { Context } from '#server/context.ts';

/** What is known when a statement runs, and not yet when it is written. */
export interface Asked {
  readonly context: Context;
  /** The arguments of the field that is read, and what else the reader was given. */
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * A value that differs from run to run: the viewer's, the day's, an argument.
 *
 * The text of a statement never depends on who asks, so that it is written once for everybody and nobody gets by with what was
 * written for somebody else.
 */
export class Later {
  constructor(
    readonly of: (asked: Asked) => unknown,
    /** Whether it is the same wherever it stands in a statement. */
    readonly isOfRequest = false,
  ) {}
}

export const later = (of: (asked: Asked) => unknown): Later => new Later(of);

/** A value of the whole request, whatever the arguments: sent once for all places where it stands. */
export const ofRequest = (of: (context: Context) => unknown): Later =>
  new Later(({ context }) => of(context), true);

/** A value that the reader gives by this name. */
export const given = (name: string): Later => new Later(({ args }) => args[name]);

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

/** A piece whose values are asked for with the arguments that stand under a name of their own. */
export const beneath = (args: string, { strings, values }: Sql): Sql =>
  new Sql(
    strings,
    values.map((value) => {
      if (value instanceof Sql) return beneath(args, value);
      if (!(value instanceof Later) || value.isOfRequest) return value;
      return later(({ context, args: all }) =>
        value.of({ context, args: all[args] as Asked['args'] }),
      );
    }),
  );

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
  const places = new Map<Later, number>();
  let text = '';
  const write = ({ strings, values: inner }: Sql): void => {
    strings.forEach((string, index) => {
      text += string;
      if (index >= inner.length) return;
      const value = inner[index];
      if (value instanceof Sql) write(value);
      else if (value instanceof Later && value.isOfRequest) {
        const place = places.get(value) ?? values.push(value);
        places.set(value, place);
        text += `$${place}`;
      } else text += `$${values.push(value)}`;
    });
  };
  write(piece);
  return { text, values };
}

/** The piece for one who asks now: what differs from run to run is known. */
export const bound = (asked: Asked, { strings, values }: Sql): Sql =>
  new Sql(
    strings,
    values.map((value) => {
      if (value instanceof Sql) return bound(asked, value);
      return value instanceof Later ? value.of(asked) : value;
    }),
  );
