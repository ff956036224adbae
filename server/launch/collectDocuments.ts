import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';
import { formatDocument } from 'urql';

/** A question of the client's own, as the server will know it. */
export interface CollectedDocument {
  /** SHA-256 of the text. */
  readonly id: string;
  readonly name: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** With every fragment that it uses, and with the type names that the client's cache goes by. */
  readonly text: string;
}

/** A document as it stands in a source: `graphql(…)` around one template, and the fragments that it uses. */
const written = /\bgraphql\(\s*`([^`]*)`\s*(?:,\s*\[[^\]]*\]\s*,?\s*)?\)/g;

/**
 * Samler spørringene. Finds every question that the client asks, in its sources.
 *
 * Fragments are found by their names, which are the client's own and therefore given only once.
 */
export function collectDocuments(folder: string): ReadonlyMap<string, CollectedDocument> {
  const definitions = new Map<string, DefinitionNode>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(path)) continue;
    for (const definition of documentsIn(readFileSync(join(folder, path), 'utf8'))) {
      const name = nameOf(definition);
      if (definitions.has(name)) throw new Error(`${path}: there are two documents named ${name}`);
      definitions.set(name, definition);
    }
  }
  const collected = new Map<string, CollectedDocument>();
  for (const definition of definitions.values()) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = nameOf(definition);
    const used = [...new Set(withFragments(name, definitions))];
    const text = print(formatDocument({ kind: Kind.DOCUMENT, definitions: used }));
    const id = createHash('sha256').update(text).digest('hex');
    collected.set(name, { id, name, operation: definition.operation, text });
  }
  return collected;
}

/**
 * Puts numbers where documents stood: what a built client holds of a question is its name and by what the server knows it. The text of
 * a question, and what reads it, stay at home.
 */
export function withoutDocuments(
  source: string,
  collected: ReadonlyMap<string, CollectedDocument>,
): string {
  return source.replaceAll(written, (_call, text: string) => {
    const [definition] = parse(text).definitions;
    const document = definition && collected.get(nameOf(definition));
    if (!document) return '{ kind: "Document", definitions: [] }';
    const { id, name, operation } = document;
    return `{ kind: "Document", documentId: "${id}", definitions: [{ kind: "OperationDefinition", operation: "${operation}", name: { kind: "Name", value: "${name}" }, selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "__typename" } }] } }] }`;
  });
}

function documentsIn(source: string): DefinitionNode[] {
  const calls = source.match(/\bgraphql\(\s*`/g)?.length ?? 0;
  const found = [...source.matchAll(written)];
  if (found.length < calls) throw new Error('A document is written in a way that is not foreseen');
  return found.flatMap(([, text = '']) => parse(text, { noLocation: true }).definitions);
}

function nameOf(definition: DefinitionNode): string {
  const name = 'name' in definition ? definition.name?.value : undefined;
  if (!name) throw new Error('Every document of the client has a name');
  return name;
}

function* withFragments(
  name: string,
  definitions: ReadonlyMap<string, DefinitionNode>,
): Generator<DefinitionNode> {
  const definition = definitions.get(name);
  if (!definition) throw new Error(`There is no fragment ${name}`);
  yield definition;
  const spread: string[] = [];
  visit(definition, { FragmentSpread: (node) => void spread.push(node.name.value) });
  for (const fragment of spread) yield* withFragments(fragment, definitions);
}
