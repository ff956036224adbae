import { readFileSync } from 'node:fs';

import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** What the API may be asked for without saying of what. */
export interface AskedFreely {
  readonly name: string;
  /** Whether it comes in pages. */
  readonly isList: boolean;
  /** All that is plain in it, and in what lies one step below, as a selection. */
  readonly below: string;
}

const isFree = ({ args }: Field): boolean => !args.some(isRequiredArgument);

/** Each question that needs no argument. */
export function askedFreely(): AskedFreely[] {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  return Object.values(schema.getQueryType()!.getFields())
    .filter(isFree)
    .map((field) => ({
      name: field.name,
      isList: getNamedType(field.type).name.endsWith('Connection'),
      below: selectionOf(field),
    }));
}

function selectionOf({ type }: Field, depth = 0): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(
    (it) => isFree(it) && (depth === 0 || it.name === 'node' || isLeafType(getNamedType(it.type))),
  );
  return `{ ${fields.map((it) => `${it.name} ${selectionOf(it, depth + 1)}`).join(' ')} }`;
}
