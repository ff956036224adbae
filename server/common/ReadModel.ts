import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';

import { Term } from '#schema/common/Term.ts';
import { termListsOf } from '#schema/common/TermList.ts';
import type { Context } from '#server/context.ts';
import { later, raw, type Sql, sql } from './sql.ts';

export type Type = abstract new (...args: never[]) => object;

export interface Order {
  readonly property: string;
  readonly descending?: boolean;
}

/** A field whose value is worked out from columns of its row. */
interface Computed {
  readonly kind: 'computed';
  readonly type: Type;
  readonly name: string;
  readonly needs: readonly Need[];
  readonly compute: (row: never, context: Context) => unknown;
}

/** Avgjørelse. A yes or no that the database works out about a row, for the one who asks. */
export interface Verdict<Name extends string = string> {
  readonly name: Name;
  readonly whether: (alias: string) => Sql;
}

/** What a computed field looks at: a property of its row, or an answer of the database. */
export type Need = string | Verdict;

type NameOf<Needed extends Need> = Needed extends Verdict<infer Name> ? Name : Needed;

/** What a slice adds to a type on its left: rows that point at it. */
interface Contributed {
  readonly kind: 'contributed';
  readonly type: Type;
  readonly name: string;
  readonly target: Type;
  /** The property of the target that points back. */
  readonly by: string;
  readonly as: 'connection' | 'list' | 'first';
  /** Whether no owner has many of them, whoever it is: pages of several are then read whole, in one go. */
  readonly isFew: boolean;
  readonly orderBy: readonly Order[];
  readonly where: Belonging;
}

/** Which rows belong to an owner. `joined`: the alias of what a property of theirs points at, where that comes along in the same place. */
export type Belonging = (alias: string, joined?: (property: string) => string | undefined) => Sql;

/** Which rows of a type exist for a viewer. */
interface Visible {
  readonly kind: 'visible';
  readonly type: Type;
  readonly rule: RowRule;
}

/**
 * Radregel. Which rows of a table there are, as SQL. Who asks is a value in it (`later`), never a choice of its text: a statement is
 * written once for everybody.
 */
export type RowRule = (alias: string) => Sql;
export type Declaration = Computed | Contributed | Visible;

/** Declares a field that is worked out from columns: `needs` names the properties that `compute` looks at. */
export const computed = <Needed extends Need>(
  type: Type,
  name: string,
  needs: readonly Needed[],
  compute: (row: Readonly<Record<NameOf<Needed> | 'id', never>>, context: Context) => unknown,
): Declaration => ({ kind: 'computed', type, name, needs, compute });

/** Declares rows of another type that point at this one: as a connection in pages, a whole list, or the first of them. */
export const contributes = (
  type: Type,
  name: string,
  {
    where = () => raw('true'),
    isFew = false,
    ...relation
  }: Pick<Contributed, 'target' | 'by' | 'as' | 'orderBy'> &
    Partial<Pick<Contributed, 'where' | 'isFew'>>,
): Declaration => ({ kind: 'contributed', type, name, where, isFew, ...relation });

/** Declares which rows of a type exist for whom. Every type that is read has one. */
export const visible = (type: Type, rule: RowRule): Declaration => ({
  kind: 'visible',
  type,
  rule,
});

/** Everyone whom the API lets in sees every row of the type. */
export const always: RowRule = () =>
  sql`${later(({ context }) => context.viewer !== null)}::boolean`;

/** Relations to many rows, in the form in which the planner reads them. */
export interface Many {
  readonly name: string;
  readonly target: Type;
  /** The column of the target that points back. */
  readonly foreignKey: string;
  /** The property of the source that it points at. */
  readonly key: 'id' | 'number';
  readonly as: 'connection' | 'list' | 'first';
  readonly isFew: boolean;
  readonly orderBy: readonly Order[];
  /** Which of the rows that point back belong to it; the field's arguments are values in it (`given`). */
  readonly where: Belonging;
}

/** A column, and how PostgreSQL calls what is in it. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** How a field of a type is read. */
export type Reading =
  | { readonly kind: 'column'; readonly property: string }
  | {
      readonly kind: 'computed';
      readonly needs: readonly Need[];
      readonly compute: Computed['compute'];
    }
  | { readonly kind: 'one'; readonly property: string; readonly target: Type }
  | { readonly kind: 'term'; readonly property: string; readonly vocabulary: string }
  | { readonly kind: 'terms'; readonly property: string; readonly vocabulary: string }
  | { readonly kind: 'many'; readonly many: Many };

/** A type as the planner knows it. */
export interface Readable {
  readonly type: Type;
  readonly typeName: string;
  readonly table: string;
  readonly key: 'id' | 'number';
  readonly rule: RowRule;
  /** By the name of the field in the API. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The properties that its table holds, but for `id` and the version. */
  readonly stored: readonly string[];
  column(property: string): Column;
}

/** A column that points at the rows of a table. */
export interface Pointer {
  readonly table: string;
  readonly column: string;
}

/**
 * Lesemodell. What the planner knows of every type: its columns and relations from MikroORM's metadata, its computed
 * fields, contributed relations and row rules from the slices.
 *
 * A type without a row rule is not readable: what nobody has thought about, nobody sees.
 */
export class ReadModel {
  readonly #byName = new Map<string, Readable>();

  constructor(
    private readonly metadata: MetadataStorage,
    declarations: readonly Declaration[],
  ) {
    for (const meta of metadata.getAll().values()) {
      if (meta.abstract) continue;
      const readable = this.read(meta, meta.class as Type, declarations);
      if (readable) this.#byName.set(readable.typeName, readable);
    }
  }

  /** The type of that name. Throws where no slice has said who may see its rows. */
  readable(typeName: string): Readable {
    const readable = this.#byName.get(typeName);
    if (!readable) throw new Error(`No row rule for ${typeName}`);
    return readable;
  }

  /** How a field of a type is read; undefined where the planner does not know the type or the field. */
  reading(typeName: string, field: string): Reading | undefined {
    return this.#byName.get(typeName)?.readings.get(field);
  }

  /** Every column of the register that points at rows of a type. */
  pointersAt(type: Type): Pointer[] {
    return [...this.metadata.getAll().values()].flatMap((meta) =>
      meta.abstract
        ? []
        : meta.relations
            .filter(({ kind, targetMeta }) => kind === 'm:1' && targetMeta?.class === type)
            .map(({ name }) => ({ table: meta.tableName, column: columnOf(meta, name).name })),
    );
  }

  /** The names of the types that are read, and of those of their fields that are relations. */
  relations(): { readonly typeName: string; readonly field: string }[] {
    return [...this.#byName.values()].flatMap(({ typeName, readings }) =>
      [...readings]
        .filter(([, { kind }]) => kind === 'one' || kind === 'many')
        .map(([field]) => ({ typeName, field })),
    );
  }

  private read(
    meta: EntityMetadata,
    type: Type,
    declarations: readonly Declaration[],
  ): Readable | null {
    const ours = declarations.filter((it) => it.type === type || type.prototype instanceof it.type);
    const key = isTerm(type) ? 'number' : 'id';
    const rule = ours.find((it) => it.kind === 'visible')?.rule ?? (isTerm(type) ? always : null);
    if (!rule) return null;

    const readings = new Map<string, Reading>();
    const termLists = termListsOf(type);
    for (const property of Object.values(meta.properties) as EntityProperty[]) {
      const reading = this.readingOf(property, termLists.get(property.name));
      if (reading) readings.set(property.name, reading);
    }
    for (const it of ours) {
      if (it.kind === 'computed') readings.set(it.name, it);
      if (it.kind === 'contributed') {
        const target = this.metadata.get(it.target as never);
        const foreignKey = columnOf(target, it.by).name;
        const { name, as, isFew, orderBy, where } = it;
        refuseGapsIn(target, it);
        readings.set(it.name, {
          kind: 'many',
          many: { name, target: it.target, foreignKey, key, as, isFew, orderBy, where },
        });
      }
    }
    return {
      type,
      typeName: type.name,
      table: meta.tableName,
      key,
      rule,
      readings,
      stored: (Object.values(meta.properties) as EntityProperty[])
        .filter(
          ({ kind, persist, version, primary }) =>
            ['scalar', 'm:1'].includes(kind) && persist !== false && !version && !primary,
        )
        .map((property) => property.name),
      column: (property) => columnOf(meta, property),
    };
  }

  private readingOf(property: EntityProperty, vocabulary?: Type): Reading | null {
    const { name } = property;
    if (vocabulary) return { kind: 'terms', property: name, vocabulary: vocabulary.name };
    if (property.kind === 'scalar') return { kind: 'column', property: name };
    const target = property.targetMeta?.class as Type;
    if (property.kind === 'm:1') {
      if (isTerm(target)) return { kind: 'term', property: name, vocabulary: target.name };
      return { kind: 'one', property: name, target };
    }
    if (property.kind !== '1:m' || !property.targetMeta) return null;
    const orderBy = Object.entries((property.orderBy ?? {}) as Record<string, string>).map(
      ([by, direction]): Order => ({ property: by, descending: direction === 'desc' }),
    );
    return {
      kind: 'many',
      many: {
        name,
        target,
        foreignKey: columnOf(property.targetMeta, property.mappedBy).name,
        key: 'id',
        as: 'list',
        isFew: true,
        orderBy,
        where: () => raw('true'),
      },
    };
  }
}

const isTerm = (type: Type): boolean => type.prototype instanceof Term;

function columnOf(meta: EntityMetadata, property: string): Column {
  const known = (meta.properties as Record<string, EntityProperty>)[property];
  const name = known?.fieldNames?.[0];
  if (!known || !name) throw new Error(`${meta.className} has no column for ${property}`);
  return { name, type: known.columnTypes[0] ?? 'text', isNullable: known.nullable === true };
}

/** Nothing comes before or after what is not there: pages could neither be cut nor continued at it. */
function refuseGapsIn(target: EntityMetadata, { name, as, orderBy }: Contributed): void {
  const gap = orderBy.find(({ property }) => columnOf(target, property).isNullable);
  if (gap && as === 'connection') {
    throw new Error(`${name} cannot be in pages ordered by ${gap.property}, which may be null`);
  }
}
