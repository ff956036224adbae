import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';

import { Term } from '#schema/common/Term.ts';
import { termListsOf } from '#schema/common/TermList.ts';
import type { Context } from '#server/context.ts';
import { raw, type Sql } from './sql.ts';
import type { Arguments } from './Selection.ts';

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
  readonly needs: readonly string[];
  readonly compute: (row: never, context: Context) => unknown;
}

/** What a slice adds to a type on its left: rows that point at it. */
interface Contributed {
  readonly kind: 'contributed';
  readonly type: Type;
  readonly name: string;
  readonly target: Type;
  /** The property of the target that points back. */
  readonly by: string;
  readonly as: 'connection' | 'list' | 'first';
  readonly orderBy: readonly Order[];
  readonly where: (args: never, alias: string, context: Context) => Sql;
}

/** Which rows of a type exist for a viewer. */
interface Visible {
  readonly kind: 'visible';
  readonly type: Type;
  readonly rule: RowRule;
}

export type RowRule = (viewer: Context['viewer'], alias: string) => Sql;
export type Declaration = Computed | Contributed | Visible;

/** Declares a field that is worked out from columns: `needs` names the properties that `compute` looks at. */
export const computed = <Properties extends string>(
  type: Type,
  name: string,
  needs: readonly Properties[],
  compute: (row: Readonly<Record<Properties | 'id', never>>, context: Context) => unknown,
): Declaration => ({ kind: 'computed', type, name, needs, compute });

/** Declares rows of another type that point at this one: as a connection in pages, a whole list, or the first of them. */
export const contributes = <Args extends Arguments = Arguments>(
  type: Type,
  name: string,
  {
    where = () => raw('true'),
    ...relation
  }: Pick<Contributed, 'target' | 'by' | 'as' | 'orderBy'> & {
    where?: (args: Args, alias: string, context: Context) => Sql;
  },
): Declaration => ({ kind: 'contributed', type, name, where: where as never, ...relation });

/** Declares which rows of a type exist for whom. Every type that is read has one. */
export const visible = (type: Type, rule: RowRule): Declaration => ({
  kind: 'visible',
  type,
  rule,
});

/** Everyone whom the API lets in sees every row of the type. */
export const always: RowRule = (viewer) => raw(viewer ? 'true' : 'false');

/** Relations to many rows, in the form in which the planner reads them. */
export interface Many {
  readonly name: string;
  readonly target: Type;
  /** The column of the target that points back. */
  readonly foreignKey: string;
  /** The property of the source that it points at. */
  readonly key: 'id' | 'number';
  readonly as: 'connection' | 'list' | 'first';
  readonly orderBy: readonly Order[];
  readonly where: (args: Arguments, alias: string, context: Context) => Sql;
}

/** How a field of a type is read. */
export type Reading =
  | { readonly kind: 'column'; readonly column: string; readonly property: string }
  | {
      readonly kind: 'computed';
      readonly needs: readonly string[];
      readonly compute: Computed['compute'];
    }
  | {
      readonly kind: 'one';
      readonly column: string;
      readonly target: Type;
      readonly nullable: boolean;
    }
  | { readonly kind: 'term'; readonly column: string; readonly vocabulary: Type }
  | { readonly kind: 'terms'; readonly column: string; readonly vocabulary: Type }
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
  columnOf(property: string): string;
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

  /** Relations that the vocabulary in memory does not hold: what slices contribute to terms. */
  contributedTo(typeName: string, name: string): Many | undefined {
    const reading = this.#byName.get(typeName)?.readings.get(name);
    return reading?.kind === 'many' ? reading.many : undefined;
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
        readings.set(it.name, {
          kind: 'many',
          many: {
            ...it,
            foreignKey: columnOf(this.metadata.get(it.target as never), it.by),
            key,
            where: it.where as Many['where'],
          },
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
      columnOf: (property) => columnOf(meta, property),
    };
  }

  private readingOf(property: EntityProperty, vocabulary?: Type): Reading | null {
    const [first = ''] = property.fieldNames ?? [];
    if (vocabulary) return { kind: 'terms', column: first, vocabulary };
    if (property.kind === 'scalar') {
      return { kind: 'column', column: first, property: property.name };
    }
    const target = property.targetMeta?.class as Type;
    if (property.kind === 'm:1') {
      if (isTerm(target)) return { kind: 'term', column: first, vocabulary: target };
      return { kind: 'one', column: first, target, nullable: property.nullable === true };
    }
    if (property.kind !== '1:m' || !property.targetMeta) return null;
    const orderBy = Object.entries((property.orderBy ?? {}) as Record<string, string>).map(
      ([name, direction]): Order => ({ property: name, descending: direction === 'desc' }),
    );
    return {
      kind: 'many',
      many: {
        name: property.name,
        target,
        foreignKey: columnOf(property.targetMeta, property.mappedBy),
        key: 'id',
        as: 'list',
        orderBy,
        where: () => raw('true'),
      },
    };
  }
}

const isTerm = (type: Type): boolean => type.prototype instanceof Term;

function columnOf(meta: EntityMetadata, property: string): string {
  const [first] = (meta.properties as Record<string, EntityProperty>)[property]?.fieldNames ?? [];
  if (!first) throw new Error(`${meta.className} has no column for ${property}`);
  return first;
}
