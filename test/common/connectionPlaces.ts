import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';

/** A list in pages, somewhere in the schema, and how to ask for a page of it. */
export interface ConnectionPlace {
  /** `Query.search`, `Organisation.branches`. */
  readonly name: string;
  /** Of the thing whose list it is; null for a list of everything. */
  readonly owner: string | null;
  /** The types of what is listed. */
  readonly nodes: readonly string[];
  /** Takes as variables what the list takes and, where there is an owner, its `id`. */
  readonly document: string;
  /** What the list takes beside its page: the name and the type. */
  readonly filters: readonly { readonly name: string; readonly type: string }[];
}

/** A page as these documents ask for it. */
export interface AskedPage {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

/** Finds all lists in pages by looking through the schema. */
export function connectionPlaces(schema: GraphQLSchema): ConnectionPlace[] {
  const root = schema.getQueryType();
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const connection = getNamedType(field.type);
      if (!isConnection(connection)) return [];
      const nodes = nodesOf(schema, connection);
      const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const variables = field.args
        .map(({ name, type: of }) => `$${name}: ${String(of)}`)
        .join(', ');
      const list = `list: ${field.name}(${given}) {
        totalCount
        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
        edges { cursor node { ${nodes.map((it) => `... on ${it} { id }`).join(' ')} } }
      }`;
      const owner = type === root ? null : type.name;
      return {
        name: `${type.name}.${field.name}`,
        owner,
        nodes,
        filters: field.args
          .filter(({ name }) => !pageArguments.has(name))
          .map(({ name, type: of }) => ({ name, type: String(of) })),
        document: owner
          ? `query ($id: ID!, ${variables}) { owner: ${doorTo(root, type)}(id: $id) { ${list} } }`
          : `query (${variables}) { ${list} }`,
      };
    }),
  );
}

const pageArguments = new Set(['first', 'after', 'last', 'before']);

const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && ['edges', 'pageInfo', 'totalCount'].every((it) => it in type.getFields());

function nodesOf(schema: GraphQLSchema, connection: GraphQLObjectType): string[] {
  const edge = getNamedType(connection.getFields()['edges']?.type) as GraphQLObjectType;
  const node = getNamedType(edge.getFields()['node']?.type);
  if (isAbstractType(node)) return schema.getPossibleTypes(node).map(({ name }) => name);
  return [String(node)];
}

/** The root field that gives the one thing of a type. */
function doorTo(root: GraphQLObjectType | null | undefined, type: GraphQLObjectType): string {
  const door = Object.values(root?.getFields() ?? {}).find(
    (field) => field.type === type && field.args.some(({ name }) => name === 'id'),
  );
  if (!door) throw new Error(`No root field gives one ${type.name}: say here how to get to it`);
  return door.name;
}
