import type { Context } from '#server/context.ts';
import type { Many, Order, Readable, ReadModel, Type } from './ReadModel.ts';
import type { Row } from './Row.ts';
import { type Arguments, fieldKey, type Selected, type Selection } from './Selection.ts';
import { column, join, name, raw, type Sql, sql } from './sql.ts';

/** Rows to fetch by a statement of their own, once the rows that they belong to are known. */
export interface Branch {
  /** Where they will stand on the row. */
  readonly key: string;
  readonly many: Many;
  readonly args: Arguments;
  readonly selection: Selection;
}

interface TermField {
  readonly name: string;
  readonly slot: number;
  readonly vocabulary: string;
}

/** A type in the plan: what to make of which places of the tuple. */
export interface Level {
  readonly readable: Readable;
  readonly alias: string;
  readonly slots: Map<string, number>;
  readonly terms: TermField[];
  readonly termLists: TermField[];
  readonly ones: { readonly name: string; readonly level: Level }[];
  readonly computed: {
    readonly name: string;
    compute: (row: never, context: Context) => unknown;
  }[];
  readonly branches: Branch[];
}

/**
 * Plan. How a selection of one type becomes one flat statement, with what it points at joined in.
 *
 * Every level is narrowed by the viewer's row rule: of the rows themselves in `where`, of what they point at in the
 * join. Relations to many rows are left as branches.
 */
export class Plan {
  readonly root: Level;
  readonly #columns: Sql[] = [];
  readonly #joins: Sql[] = [];
  #aliases = 0;

  constructor(
    private readonly model: ReadModel,
    private readonly context: Context,
    selection: Selection,
  ) {
    this.root = this.level(selection, this.model.readable(selection.type.name));
  }

  /** The columns to select. Further ones come after these. */
  get columns(): Sql {
    return join(this.#columns, ', ');
  }

  get joins(): Sql {
    return join(this.#joins, ' ');
  }

  get table(): Sql {
    return sql`${name(this.root.readable.table)} as ${name(this.root.alias)}`;
  }

  /** Which rows exist for the viewer. */
  get rule(): Sql {
    return this.root.readable.rule(this.context.viewer, this.root.alias);
  }

  /** A column of the rows. */
  column(property: string): Sql {
    return column(this.root.alias, this.root.readable.columnOf(property));
  }

  /** Makes sure that the rows carry a property. */
  require(property: string): void {
    this.slot(this.root, property, this.root.readable.columnOf(property));
  }

  /** The order by and, last, the key: no two rows are alike. */
  order(orders: readonly Order[]): Sql {
    const columns = orders.map(({ property, descending }) =>
      descending ? sql`${this.column(property)} desc` : this.column(property),
    );
    return join([...columns, this.column('id')], ', ');
  }

  /** Adds a column that is no property of the type; gives its place. */
  extra(piece: Sql): number {
    return this.#columns.push(piece) - 1;
  }

  private level(selection: Selection, readable: Readable): Level {
    const level: Level = {
      readable,
      alias: `t${this.#aliases++}`,
      slots: new Map(),
      terms: [],
      termLists: [],
      ones: [],
      computed: [],
      branches: [],
    };
    this.slot(level, 'id', readable.columnOf('id'));
    for (const selected of selection.fields()) this.field(level, selection, selected);
    return level;
  }

  private field(level: Level, selection: Selection, selected: Selected): void {
    const { readable } = level;
    const { name: fieldName } = selected.field;
    const reading = readable.readings.get(fieldName);
    switch (reading?.kind) {
      case 'column':
        this.slot(level, reading.property, reading.column);
        break;
      case 'computed':
        for (const property of reading.needs) {
          this.slot(level, property, readable.columnOf(property));
        }
        level.computed.push({ name: fieldName, compute: reading.compute });
        break;
      case 'term':
      case 'terms': {
        const slot = this.extra(column(level.alias, reading.column));
        const vocabulary = reading.vocabulary.name;
        const list = reading.kind === 'term' ? level.terms : level.termLists;
        list.push({ name: fieldName, slot, vocabulary });
        break;
      }
      case 'one': {
        const target = this.model.readable(reading.target.name);
        level.ones.push({
          name: fieldName,
          level: this.joined(level, reading, target, selection.beneath(selected)),
        });
        break;
      }
      case 'many':
        level.branches.push({
          key: fieldKey(fieldName, selected.args),
          many: reading.many,
          args: selected.args,
          selection: selection.beneath(selected),
        });
        break;
      case undefined:
        // Nothing that the planner knows: the field's own resolver answers, from the identifier.
        break;
    }
  }

  private joined(
    from: Level,
    { column: foreignKey, nullable }: { column: string; target: Type; nullable: boolean },
    target: Readable,
    selection: Selection,
  ): Level {
    const place = this.#joins.push(raw('')) - 1;
    const level = this.level(selection, target);
    const how = nullable ? raw('left join') : raw('join');
    this.#joins[place] = sql`${how} ${name(target.table)} as ${name(level.alias)}
      on ${column(level.alias, 'id')} = ${column(from.alias, foreignKey)}
      and ${target.rule(this.context.viewer, level.alias)}`;
    return level;
  }

  private slot(level: Level, property: string, columnName: string): void {
    if (level.slots.has(property)) return;
    level.slots.set(property, this.extra(column(level.alias, columnName)));
  }
}

/** Makes a row of a tuple, and hands every row of every level to `each`. */
export function assemble(
  level: Level,
  tuple: readonly unknown[],
  context: Context,
  each: (level: Level, row: Row) => void,
): Row {
  const row: Row = { __typename: level.readable.typeName };
  for (const [property, slot] of level.slots) row[property] = tuple[slot];
  for (const { name: field, slot, vocabulary } of level.terms) {
    const number = tuple[slot] as number | null;
    row[field] =
      number === null ? null : context.vocabulary.byNumber(vocabulary, number, context.locale);
  }
  for (const { name: field, slot, vocabulary } of level.termLists) {
    row[field] = (tuple[slot] as number[]).flatMap(
      (number) => context.vocabulary.byNumber(vocabulary, number, context.locale) ?? [],
    );
  }
  for (const { name: field, level: one } of level.ones) {
    const key = tuple[one.slots.get('id') ?? 0];
    row[field] = key === null ? null : assemble(one, tuple, context, each);
  }
  for (const { name: field, compute } of level.computed) {
    row[field] = compute(row as never, context);
  }
  each(level, row);
  return row;
}
