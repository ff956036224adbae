import { getNullableType, isEnumType } from 'graphql';

import type { Verdict, Many, Order, Readable, ReadModel, Reading } from './ReadModel.ts';
import { argumentsOf, type ArgumentsOf, type Selected, type Selection } from './Selection.ts';
import { column, join, name, raw, type Sql, sql } from './sql.ts';

/** Gren. Rows to fetch by a statement of their own, once the rows that they belong to are known. */
export interface Branch {
  /** Tells it from the same relation with other arguments. */
  readonly key: string;
  readonly many: Many;
  readonly args: ArgumentsOf;
  readonly selection: Selection;
  /** The name of the type of what its rows belong to. */
  readonly owner: string;
  /** How its own rows are read. */
  readonly plan: Plan;
  /** The place in the tuple of what its rows point at. */
  readonly slot: number;
}

/** Nivå. A type in the plan: which of its properties stand where in the tuple, and what it points at. */
export interface Level {
  readonly readable: Readable;
  readonly alias: string;
  readonly isNullable: boolean;
  readonly slots: Map<string, number>;
  /** By name: the place of what the database answers about a row. */
  readonly answers: Map<string, number>;
  /** Fields that name terms by their numbers. */
  readonly terms: (Reading & { kind: 'term' | 'terms' })[];
  readonly computed: { readonly name: string; readonly compute: Compute }[];
  /** By the name of the field: the place of the identifier of what it points at, where that does not come along. */
  readonly pointers: Map<string, number>;
  /** By the name of the field. */
  readonly ones: Map<string, Level>;
  /** By the key of the field: its place among the branches of the plan. */
  readonly branches: Map<string, number>;
}

type Compute = (Reading & { kind: 'computed' })['compute'];

/** `whole`: relations come along. `alone`: each is fetched when somebody asks for it, for all rows at once. */
export type Reach = 'whole' | 'alone';

/**
 * Plan. How a selection of one type becomes one flat statement, with what it points at joined in.
 *
 * Every level is narrowed by its row rule: of the rows themselves in `where`, of what they point at in the join. Relations to many rows
 * are branches, each with a plan of its own. A plan is made once for a selection, and is the same for everyone.
 */
export class Plan {
  readonly root: Level;
  readonly branches: Branch[] = [];
  /** Whether its rows hold choices among few, terms, yes and no, and nothing else: then many of them are the same. */
  readonly isOfFewWords: boolean;
  readonly #columns: Sql[] = [];
  readonly #joins: Sql[] = [];
  #aliases = 0;

  constructor(
    readonly model: ReadModel,
    readonly selection: Selection,
    readonly reach: Reach = 'whole',
    /** How many branches lead to it: names within names must differ. */
    private readonly depth = 0,
  ) {
    this.root = this.level(selection, this.model.readable(selection.type.name), false);
    // Rows of nothing are no rows.
    if (!this.#columns.length) this.slot(this.root, 'id');
    this.isOfFewWords =
      !this.root.slots.has('id') &&
      selection.fields().every(({ field }) => isOfFewWords(this.root.readable, field));
  }

  /** The columns to select. Further ones come after these. */
  get columns(): Sql {
    return join(this.#columns, ', ');
  }

  /** How many columns that are. */
  get width(): number {
    return this.#columns.length;
  }

  get columnList(): readonly Sql[] {
    return this.#columns;
  }

  get joins(): Sql {
    return join(this.#joins, ' ');
  }

  get table(): Sql {
    return sql`${name(this.root.readable.table)} as ${name(this.root.alias)}`;
  }

  /** Which rows there are for whoever asks. */
  get rule(): Sql {
    return this.root.readable.rule(this.root.alias);
  }

  /** The alias of what a property points at, where it comes along. */
  readonly joinedAs = (property: string): string | undefined => this.root.ones.get(property)?.alias;

  /** A column of the rows. */
  column(property: string): Sql {
    return column(this.root.alias, this.root.readable.column(property).name);
  }

  /** Makes sure that the rows carry a property; gives its place. */
  require(property: string): number {
    return this.slot(this.root, property);
  }

  /** The order by and, last, the key: no two rows are alike. Backwards where a page is read from its end. */
  order(orders: readonly Order[], isBackward = false): Sql {
    const columns = [...orders, { property: 'id' }].map(({ property, descending = false }) =>
      descending === isBackward ? this.column(property) : sql`${this.column(property)} desc`,
    );
    return join(columns, ', ');
  }

  private level(selection: Selection, readable: Readable, isNullable: boolean): Level {
    const level: Level = {
      readable,
      alias: `t${this.depth}_${this.#aliases++}`,
      isNullable,
      slots: new Map(),
      answers: new Map(),
      terms: [],
      computed: [],
      pointers: new Map(),
      ones: new Map(),
      branches: new Map(),
    };
    // What relations are fetched by later. Else nobody needs it who has not asked for it, and it is the widest of columns.
    if (this.reach === 'alone') this.slot(level, 'id');
    for (const selected of selection.fields()) {
      const reading = readable.readings.get(selected.field.name);
      // What the planner does not know, the field's own resolver answers, from the identifier.
      if (reading) this.field(level, selection, selected, reading);
    }
    return level;
  }

  private field(level: Level, selection: Selection, selected: Selected, reading: Reading): void {
    const { field, key, places } = selected;
    switch (reading.kind) {
      case 'column':
        this.slot(level, reading.property);
        break;
      case 'term':
      case 'terms':
        this.slot(level, reading.property);
        level.terms.push(reading);
        break;
      case 'computed':
        for (const need of ['id', ...reading.needs]) {
          if (typeof need === 'string') this.slot(level, need);
          else this.ask(level, need);
        }
        level.computed.push({ name: field.name, compute: reading.compute });
        break;
      case 'one':
        if (this.reach === 'alone')
          level.pointers.set(field.name, this.place(level, reading.property));
        else level.ones.set(field.name, this.joined(level, reading, selection.beneath(selected)));
        break;
      case 'many':
        if (this.reach === 'alone') break;
        level.branches.set(key, this.branches.length);
        this.branches.push({
          ...branchOf(
            this.model,
            reading.many,
            selection.beneath(selected),
            this.reach,
            this.depth + 1,
          ),
          key,
          owner: level.readable.typeName,
          args: argumentsOf(field, places[0]?.[0]),
          slot: this.slot(level, reading.many.key),
        });
        break;
    }
  }

  private joined(
    from: Level,
    { property, target }: Reading & { kind: 'one' },
    selection: Selection,
  ): Level {
    const to = this.model.readable(target.name);
    const foreignKey = from.readable.column(property);
    const place = this.#joins.push(raw('')) - 1;
    // What hangs on something that may be absent may be absent too.
    const isNullable = foreignKey.isNullable || from.isNullable;
    const level = this.level(selection, to, isNullable);
    // By which it is seen whether it is there.
    this.slot(level, 'id');
    this.#joins[place] =
      sql`${raw(isNullable ? 'left join' : 'join')} ${name(to.table)} as ${name(level.alias)}
      on ${column(level.alias, 'id')} = ${column(from.alias, foreignKey.name)} and ${to.rule(level.alias)}`;
    return level;
  }

  private slot(level: Level, property: string): number {
    const known = level.slots.get(property);
    if (known !== undefined) return known;
    const slot = this.place(level, property);
    level.slots.set(property, slot);
    return slot;
  }

  private ask(level: Level, { name: answer, whether }: Verdict): void {
    if (level.answers.has(answer)) return;
    level.answers.set(answer, this.#columns.push(sql`${whether(level.alias)}::text`) - 1);
  }

  private place(level: Level, property: string): number {
    const { name: columnName, type } = level.readable.column(property);
    const its = column(level.alias, columnName);
    // As JSON writes it, which is not how a row does.
    return this.#columns.push(type === 'boolean' ? sql`${its}::text` : its) - 1;
  }
}

function isOfFewWords(readable: Readable, { name: fieldName, type }: Selected['field']): boolean {
  const reading = readable.readings.get(fieldName);
  if (reading?.kind === 'term' || reading?.kind === 'terms') return true;
  if (reading?.kind !== 'column') return false;
  const { type: columnType } = readable.column(reading.property);
  return columnType === 'boolean' || (columnType === 'text' && isEnumType(getNullableType(type)));
}

/** A relation to many rows with the plan of its rows: of the rows of its pages where it is a connection. */
export function branchOf(
  model: ReadModel,
  many: Many,
  selection: Selection,
  reach: Reach,
  depth = 0,
): Pick<Branch, 'many' | 'selection' | 'plan'> {
  const isPaged = many.as === 'connection';
  const rows = isPaged ? (selection.nodesOf() ?? selection.bare('nodes')) : selection;
  const plan = new Plan(model, rows, reach, depth);
  if (!isPaged) return { many, selection, plan };
  // Of which cursors are made, where somebody asks for them.
  if (hasCursors(selection)) {
    for (const { property } of [...many.orderBy, { property: 'id' }]) plan.require(property);
  }
  return { many, selection, plan };
}

const hasCursors = (selection: Selection): boolean =>
  selection.within(['edges'])?.has('cursor') === true || selection.has('pageInfo');
