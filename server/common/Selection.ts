import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type ValueNode,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Path } from 'graphql/jsutils/Path.js';

import { directiveVariables } from './directiveVariables.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** What a document's selections are read with. Of the variables, only those of `@skip` and `@include` matter. */
export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Arguments;
}

/** A field as the answer is to hold it: under this key, with all places in the document that select it so. */
export interface Response {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** A field that is selected, once however many times with the same arguments. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  /** Tells it from the same field with other arguments. */
  readonly key: string;
  /** The nodes of each place of the answer that holds it. */
  readonly places: (readonly FieldNode[])[];
}

/**
 * Utvalg. What a document selects on one type, at one place of the answer or at several that are read together: `nodes` and
 * `edges.node`, a field under two names. What has one name at both may be two things.
 *
 * Fragments, aliases, `@skip` and `@include` are graphql-js's own work. A document is looked into once: the same selection is the same
 * object from request to request, so that what is made of it (a plan, a statement, a way of writing) can be kept with it.
 */
export class Selection {
  readonly #beneath = new Map<string, Selection | null>();
  #responses: ReturnType<Selection['responses']> | undefined;
  #fields: readonly Selected[] | undefined;

  constructor(
    readonly document: Document,
    readonly type: GraphQLObjectType,
    private readonly places: readonly (readonly FieldNode[])[],
  ) {}

  /** What is selected on the answer of the field that is being resolved. `typeName`: of a union or an interface, the one. */
  static of(info: GraphQLResolveInfo, typeName?: string): Selection {
    const { operation, variableValues: variables, schema, fragments, fieldNodes } = info;
    const switches = directiveVariables(operation, fragments).map((name) => variables[name]);
    const place = `${typeName ?? ''} ${switches.join()} ${info.parentType.name} ${placeOf(info.path)}`;
    const known = kept.get(operation) ?? new Map<string, Selection>();
    kept.set(operation, known);
    const found = known.get(place);
    // The same place may be reached through different fragments.
    if (found && isSame(found.places[0] ?? [], fieldNodes)) return found;
    // Whoever thinks of many combinations of switches has them read anew.
    if (known.size > 200) known.clear();
    const document = { schema, fragments, variables };
    const type = objectType(schema, info.returnType, typeName);
    const made = new Selection(document, type, [fieldNodes]);
    known.set(place, made);
    return made;
  }

  /** The fields in the order of the answer, each under its key. `__typename` is among them, as a field without a definition. */
  responses(): readonly (Response | { readonly key: string; readonly field: null })[] {
    const [place, ...others] = this.places;
    if (others.length) throw new Error('At several places of the answer fields have other keys');
    this.#responses ??= place ? this.collected(place) : [];
    return this.#responses;
  }

  /** The fields, merged when they have the same name and arguments. `__typename` is not among them. */
  fields(): readonly Selected[] {
    if (this.#fields) return this.#fields;
    const merged = new Map<string, Selected>();
    for (const response of this.places.flatMap((place) => this.collected(place))) {
      if (!response.field) continue;
      const { field, nodes } = response;
      const key = keyOf(field, nodes[0] as FieldNode);
      const same = merged.get(key);
      if (same) same.places.push(nodes);
      else merged.set(key, { field, key, places: [nodes] });
    }
    this.#fields = [...merged.values()];
    return this.#fields;
  }

  has(name: string): boolean {
    return this.fields().some(({ field }) => field.name === name);
  }

  /** What is selected beneath the fields of these names. `typeName`: of a union or an interface, the one. */
  within(names: readonly string[], typeName?: string): Selection | null {
    return this.kept(`within ${names.join()} ${typeName ?? ''}`, () => {
      const selected = this.fields().filter(({ field }) => names.includes(field.name));
      const [first] = selected;
      if (!first) return null;
      const places = selected.flatMap((it) => it.places);
      return this.on(first.field.type, places, typeName);
    });
  }

  /** What is selected beneath a field. */
  beneath({ field, key, places }: Selected, typeName?: string): Selection {
    const on = () => this.on(field.type, places, typeName);
    return this.kept(`beneath ${key} ${typeName ?? ''}`, on) as Selection;
  }

  /** What is selected beneath a field where the answer holds it: not what another alias of it selects. */
  under({ key, field, nodes }: Response, typeName?: string): Selection {
    const on = () => this.on(field.type, [nodes], typeName);
    return this.kept(`under ${key} ${typeName ?? ''}`, on) as Selection;
  }

  /** The type of a field of this one with nothing selected on it: rows with their key alone. */
  bare(fieldName: string): Selection {
    const field = this.type.getFields()[fieldName];
    if (!field) throw new Error(`${this.type.name} has no ${fieldName}`);
    return this.kept(`bare ${fieldName}`, () => this.on(field.type, [])) as Selection;
  }

  /** The rows of a connection: what `nodes` and `edges { node }` select, together. */
  nodesOf(typeName?: string): Selection | null {
    return this.kept(`nodes ${typeName ?? ''}`, () => {
      const direct = this.within(['nodes'], typeName);
      const throughEdges = this.within(['edges'])?.within(['node'], typeName) ?? null;
      if (!direct || !throughEdges) return direct ?? throughEdges;
      const places = [...direct.places, ...throughEdges.places];
      return new Selection(this.document, direct.type, places);
    });
  }

  private collected(place: readonly FieldNode[]): (Response | { key: string; field: null })[] {
    const { schema, fragments, variables } = this.document;
    const collected = collectSubfields(schema, fragments, variables, this.type, [...place]);
    const fields = this.type.getFields();
    return [...collected].map(([key, nodes]) => {
      const field = fields[(nodes[0] as FieldNode).name.value];
      return field ? { key, field, nodes } : { key, field: null };
    });
  }

  private on(
    type: GraphQLOutputType,
    places: readonly (readonly FieldNode[])[],
    typeName?: string,
  ): Selection {
    return new Selection(this.document, objectType(this.document.schema, type, typeName), places);
  }

  private kept(key: string, make: () => Selection | null): Selection | null {
    const known = this.#beneath.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#beneath.set(key, made);
    return made;
  }
}

const kept = new WeakMap<OperationDefinitionNode, Map<string, Selection>>();

const isSame = (some: readonly FieldNode[], others: readonly FieldNode[]): boolean =>
  some.length === others.length && some.every((node, at) => node === others[at]);

/** Where in the answer a field stands, whichever row of a list it is on. */
function placeOf(path: Path | undefined): string {
  if (!path) return '';
  const before = placeOf(path.prev);
  return typeof path.key === 'number' ? before : `${before}.${path.key}`;
}

/** Tells a field with its arguments, as they are written, from the same field with others. */
export function keyOf(field: GraphQLField<unknown, unknown>, node: FieldNode): string {
  if (!node.arguments?.length) return field.name;
  const known = keys.get(node);
  if (known) return known;
  const written = node.arguments.map((argument) => print(argument)).sort();
  const key = `${field.name}(${written.join()})`;
  keys.set(node, key);
  return key;
}

const keys = new WeakMap<FieldNode, string>();

export type ArgumentsOf = (variables: Arguments) => Arguments;

/** How the arguments of a field come of the variables; those that are written out are read once. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode | undefined,
): ArgumentsOf {
  const nothing = {};
  if (!field.args.length || !node) return () => nothing;
  const read: ArgumentsOf = (variables) => getArgumentValues(field, node, variables);
  if (node.arguments?.some(({ value }) => mentionsVariable(value))) return read;
  const values = read({});
  return () => values;
}

function mentionsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(mentionsVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => mentionsVariable(field.value));
}

function objectType(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  typeName?: string,
): GraphQLObjectType {
  const named = getNamedType(type);
  const found = typeName && isAbstractType(named) ? schema.getType(typeName) : named;
  if (isObjectType(found)) return found;
  throw new Error(`${String(named)} is no object type; say which of its types is meant`);
}
