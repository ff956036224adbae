import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import type { Purpose } from '#schema/access/Purpose.ts';
import type { Condition, Selected, SelectedField, SelectedFragment } from './randomSelection.ts';
import type { ByVariable, Value } from './randomValue.ts';

/** A variable that takes a cursor, and the list whose cursors will do. */
export interface CursorVariable {
  readonly name: string;
  /** The keys of the answer that lead to the list. */
  readonly path: readonly string[];
  /** Which of its cursors. */
  readonly at: number;
}

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly of: string | null;
  readonly fallback: string | null;
  /** At how many places it counts; a fragment may be at any number of them. */
  places: number;
}

/** Skriver. Writes down what was drawn, as a document and its variables. */
export class QuestionWriter {
  readonly variables: Record<string, unknown> = {};
  /** What the variables may be another time. */
  readonly others: Record<string, unknown> = {};
  readonly cursors: CursorVariable[] = [];
  readonly #declared: Declared[] = [];
  /** By name; null while it is being written. */
  readonly #fragments = new Map<string, string | null>();

  constructor(private readonly root: GraphQLCompositeType) {}

  document(selected: readonly Selected[], purpose: Purpose | null = null): string {
    const selection = this.selection(selected, this.root, []);
    const declared = this.#declared.map(
      ({ name, type, fallback }) => `$${name}: ${type} ${fallback === null ? '' : `= ${fallback}`}`,
    );
    const variables = declared.length ? `(${declared.join(', ')})` : '';
    const stated = purpose ? `@purpose(of: ${purpose.toUpperCase()})` : '';
    return [`query ${variables} ${stated} ${selection}`, ...this.#fragments.values()].join('\n');
  }

  /** Variables that say how long one page is. */
  get sizes(): string[] {
    return this.#declared
      .filter(({ type, places }) => type === 'Int' && places === 1)
      .map(({ name }) => name);
  }

  private selection(
    selected: readonly Selected[],
    type: GraphQLCompositeType,
    path: readonly string[],
    more = '',
  ): string {
    const written = selected.map((it) =>
      'field' in it ? this.field(it, path) : this.fragment(it, type, path),
    );
    return `{ ${[...written, more].join(' ')} }`;
  }

  private field(
    { field, alias, args, conditions, beneath }: SelectedField,
    path: readonly string[],
  ): string {
    const name = field?.name ?? '__typename';
    const inside = [...path, alias ?? name];
    const given = Object.entries(args).map(([key, value]) => this.argument(key, value, inside));
    const parts = [alias ? `${alias}: ${name}` : name];
    if (given.length) parts.push(`(${given.join(', ')})`);
    parts.push(this.conditions(conditions));
    const type = field && getNamedType(field.type);
    if (isCompositeType(type)) {
      // The next cursors are found where this one is given.
      const more = Object.values(args).some(isCursor) ? 'edges { cursor }' : '';
      parts.push(this.selection(beneath, type, inside, more));
    }
    return parts.join(' ');
  }

  private fragment(
    { on, name: letter, conditions, beneath }: SelectedFragment,
    type: GraphQLCompositeType,
    path: readonly string[],
  ): string {
    const name = on && letter ? `${letter}${on.name}` : null;
    const directives = this.conditions(conditions);
    const isOpen = name !== null && this.#fragments.get(name) === null;
    if (!name || isOpen) {
      return `... ${on ? `on ${on.name}` : ''} ${directives} ${this.selection(beneath, on ?? type, path)}`;
    }
    if (!this.#fragments.has(name)) {
      this.#fragments.set(name, null);
      const body = this.selection(beneath, on ?? type, path);
      this.#fragments.set(name, `fragment ${name} on ${on?.name} ${body}`);
    }
    return `...${name} ${directives}`;
  }

  private conditions(conditions: readonly Condition[]): string {
    return conditions
      .map(({ name, value }) => `@${name}(${this.argument('if', value, [])})`)
      .join(' ');
  }

  private argument(name: string, value: Value, path: readonly string[]): string {
    return `${name}: ${this.value(value, path)}`;
  }

  private value(value: Value, path: readonly string[]): string {
    if (value.variable) return `$${this.variable(value, value.variable, path)}`;
    if (!value.fields) return literal(value.type, value.json);
    const fields = Object.entries(value.fields).map(([key, it]) => this.argument(key, it, path));
    return `{ ${fields.join(', ')} }`;
  }

  private variable(
    value: Value,
    { given, byDefault, isShared }: ByVariable,
    path: readonly string[],
  ): string {
    const type = String(value.type);
    const isInFragment = [...this.#fragments.values()].includes(null);
    const places = isInFragment ? 2 : 1;
    const known = isShared && this.#declared.find((it) => it.type === type && it.of === value.of);
    if (known) {
      known.places += places;
      return known.name;
    }
    const name = `v${this.#declared.length}`;
    const json = jsonOf(value);
    const fallback = { value: literal(value.type, json), null: 'null', nothing: null }[byDefault];
    this.#declared.push({ name, type, of: value.of, fallback, places });
    if (given !== 'nothing') this.variables[name] = given === 'null' ? null : json;
    if (!isCursor(value)) this.others[name] = jsonOf(value, 'another');
    if (isCursor(value) && !isInFragment) this.cursors.push({ name, path, at: Number(json) });
    return name;
  }
}

/** Cursors are drawn as numbers: which one of those that an answer holds. */
const isCursor = ({ type, json }: Value): boolean =>
  getNamedType(type).name === 'String' && typeof json === 'number';

const jsonOf = (value: Value, which: 'json' | 'another' = 'json'): unknown =>
  value.fields
    ? Object.fromEntries(Object.entries(value.fields).map(([key, it]) => [key, jsonOf(it, which)]))
    : value[which];

/** A value as it stands in a document. */
function literal(type: GraphQLInputType, json: unknown): string {
  if (json === null) return 'null';
  if (isNonNullType(type)) return literal(type.ofType, json);
  if (isListType(type))
    return `[${(json as unknown[]).map((it) => literal(type.ofType, it)).join(', ')}]`;
  if (isEnumType(type)) return String(json);
  if (isInputObjectType(type)) {
    const fields = Object.entries(json as object).map(
      ([key, value]) =>
        `${key}: ${literal(type.getFields()[key]?.type as GraphQLInputType, value)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(json);
}
