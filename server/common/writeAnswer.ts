import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';

import type { Context } from '#server/context.ts';
import { fromBytes } from './byteText.ts';
import { directiveVariables } from './directiveVariables.ts';
import { type Arguments, argumentsOf, type ArgumentsOf, Selection } from './Selection.ts';
import { NotWritable, type WriteValue, writeFields, writeValue } from './writeValue.ts';

/** Svaret som tekst. The data of an answer, as JSON that is ready to be sent: in byte text. */
export class WrittenAnswer {
  constructor(readonly bytes: string) {}

  toJSON(): unknown {
    return JSON.parse(fromBytes(this.bytes));
  }
}

/** What Apollo Server knows of a question when it is about to be answered. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Arguments | undefined;
}

/**
 * Skriver svaret. Answers a query by asking its root fields and writing down what they give, without graphql-js looking at every field
 * of every row; null where that is not to be had. The same answer comes out: then graphql-js is asked instead.
 *
 * How a document is written is worked out once. Whatever goes wrong (a variable that does not fit, a refusal, a missing value) is left
 * to graphql-js, which words it; only a database without time is told at once, so that nobody waits twice.
 */
export async function writeAnswer(
  question: Question,
  context: Context,
): Promise<WrittenAnswer | null> {
  const { operation, document } = question;
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const variables = variablesOf(question);
  if (!variables) return null;
  const fragments = fragmentsOf(document);
  const switches = directiveVariables(operation, fragments).map((name) => variables[name]);
  const known = kept.get(operation) ?? new Map<string, Written>();
  kept.set(operation, known);
  let written = known.get(switches.join());
  if (written === undefined) {
    written = rootsOf(question, fragments, variables);
    if (known.size > 200) known.clear();
    known.set(switches.join(), written);
  }
  if (!written) return null;
  try {
    return new WrittenAnswer(await answer(written, variables, context));
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    context.unforeseen(error.message);
    known.set(switches.join(), null);
    return null;
  }
}

interface RootField {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: ArgumentsOf;
  readonly info: Omit<GraphQLResolveInfo, 'variableValues'>;
}

interface Roots {
  readonly fields: readonly RootField[];
  /** Writes their values, in the order of the fields, `__typename` in its place. */
  readonly write: (
    values: readonly unknown[],
    infos: readonly GraphQLResolveInfo[],
    context: Context,
  ) => string;
}

/** Null: graphql-js answers. */
type Written = Roots | null;

const kept = new WeakMap<OperationDefinitionNode, Map<string, Written>>();
const fragmentsKept = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const known = fragmentsKept.get(document);
  if (known) return known;
  const found: Record<string, FragmentDefinitionNode> = Object.create(null) as never;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found[definition.name.value] = definition;
  }
  fragmentsKept.set(document, found);
  return found;
}

function variablesOf({ schema, operation, variables = {} }: Question): Arguments | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return coerced ?? null;
}

function rootsOf(
  { schema, operation }: Question,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Arguments,
): Written {
  const type = schema.getQueryType() as GraphQLObjectType<unknown, unknown>;
  const { selectionSet } = operation;
  const collected = collectFields(schema, fragments, variables, type, selectionSet);
  const fields: RootField[] = [];
  const writers: [string, Parameters<typeof writeFields>[0][number][1]][] = [];
  for (const [key, fieldNodes] of collected) {
    const [node] = fieldNodes as [FieldNode];
    const { value: fieldName } = node.name;
    if (fieldName === '__typename') {
      writers.push([key, () => JSON.stringify(type.name)]);
      continue;
    }
    const field = type.getFields()[fieldName];
    // Introspection.
    if (!field) return null;
    const place = fields.length;
    fields.push({
      key,
      field,
      args: argumentsOf(field, node),
      info: {
        fieldName,
        fieldNodes,
        returnType: field.type,
        parentType: type,
        path: { prev: undefined, key, typename: type.name },
        schema,
        fragments,
        rootValue: undefined,
        operation,
      },
    });
    let write: WriteValue | undefined;
    writers.push([
      key,
      (values: unknown, infos: unknown, context: unknown) => {
        const info = (infos as GraphQLResolveInfo[])[place] as GraphQLResolveInfo;
        write ??= writeValue(field.type, (typeName) => Selection.of(info, typeName));
        return write((values as unknown[])[place], context as Context);
      },
    ]);
  }
  return { fields, write: writeFields(writers) as Roots['write'] };
}

async function answer(
  { fields, write }: Roots,
  variables: Arguments,
  context: Context,
): Promise<string> {
  const infos = fields.map(({ info }): GraphQLResolveInfo => ({
    ...info,
    variableValues: variables,
  }));
  const values = await Promise.all(
    fields.map(async ({ field, args }, place) => {
      const resolve = field.resolve ?? defaultFieldResolver;
      return resolve(undefined, args(variables), context, infos[place] as GraphQLResolveInfo);
    }),
  );
  let json = write(values, infos, context);
  while (context.awaited.isMissing) {
    await context.awaited.fetch(context, variables);
    json = write(values, infos, context);
  }
  return json;
}
