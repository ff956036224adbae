import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

type Info = Pick<
  GraphQLResolveInfo,
  'schema' | 'fragments' | 'variableValues' | 'fieldNodes' | 'returnType'
>;

export type Arguments = Readonly<Record<string, unknown>>;

/** A field that is selected: its definition, its arguments, and every place in the document that selects it so. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Arguments;
  readonly nodes: FieldNode[];
}

/**
 * Utvalg. What a query selects on one type.
 *
 * Fragments, aliases, `@skip` and `@include` are graphql-js's own work. Selections of the same rows from several places
 * (`nodes` and `edges.node`) are one selection.
 */
export class Selection {
  private constructor(
    private readonly info: Info,
    readonly type: GraphQLObjectType,
    private readonly nodes: readonly FieldNode[],
  ) {}

  /** What is selected on the answer of the field that is being resolved. `typeName`: of a union or an interface, the one. */
  static of(info: Info, typeName?: string): Selection {
    return new Selection(info, objectType(info, info.returnType, typeName), info.fieldNodes);
  }

  /** The fields, merged when they have the same name and arguments. `__typename` is not among them. */
  fields(): Selected[] {
    const { schema, fragments, variableValues } = this.info;
    const collected = collectSubfields(schema, fragments, variableValues, this.type, [
      ...this.nodes,
    ]);
    const fields = this.type.getFields();
    const merged = new Map<string, Selected>();
    for (const nodes of collected.values()) {
      const [node] = nodes;
      const field = node && fields[node.name.value];
      if (!field) continue;
      const args = field.args.length ? getArgumentValues(field, node, variableValues) : {};
      const key = fieldKey(field.name, args);
      const same = merged.get(key);
      if (same) same.nodes.push(...nodes);
      else merged.set(key, { field, args, nodes: [...nodes] });
    }
    return [...merged.values()];
  }

  has(name: string): boolean {
    return this.fields().some(({ field }) => field.name === name);
  }

  /** What is selected beneath the fields of these names. `typeName`: of a union or an interface, the one. */
  within(names: readonly string[], typeName?: string): Selection | null {
    const selected = this.fields().filter(({ field }) => names.includes(field.name));
    const [first] = selected;
    return first
      ? this.beneath(
          first,
          typeName,
          selected.flatMap(({ nodes }) => nodes),
        )
      : null;
  }

  /** What is selected beneath a field. */
  beneath(
    { field, nodes }: Selected,
    typeName?: string,
    all: readonly FieldNode[] = nodes,
  ): Selection {
    return new Selection(this.info, objectType(this.info, field.type, typeName), all);
  }

  /** The type of a field of this one with nothing selected on it: rows with their key alone. */
  bare(fieldName: string): Selection {
    const field = this.type.getFields()[fieldName];
    return new Selection(this.info, objectType(this.info, field?.type), []);
  }

  /** The rows of a connection: what `nodes` and `edges { node }` select, together. */
  nodesOf(typeName?: string): Selection | null {
    const direct = this.within(['nodes'], typeName);
    const edges = this.within(['edges']);
    const throughEdges = edges?.within(['node'], typeName) ?? null;
    if (!direct || !throughEdges) return direct ?? throughEdges;
    return new Selection(this.info, direct.type, [...direct.nodes, ...throughEdges.nodes]);
  }
}

/** Where a planned relation stands on its row: by name, and by arguments where there are any. */
export const fieldKey = (name: string, args: Arguments): string =>
  Object.keys(args).length ? `${name}(${JSON.stringify(args)})` : name;

function objectType({ schema }: Info, type: unknown, typeName?: string): GraphQLObjectType {
  const named = getNamedType(type as never);
  const found = typeName && isAbstractType(named) ? schema.getType(typeName) : named;
  if (isObjectType(found)) return found;
  throw new Error(`${String(named)} is no object type; say which of its types is meant`);
}
