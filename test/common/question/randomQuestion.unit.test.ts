import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  visit,
} from 'graphql';
import { expect, test } from 'vitest';

import { registerSchema as schema } from '#test/support/registerSchema.ts';
import type { Holdings } from './Holdings.ts';
import { namedIn } from './namedIn.ts';
import { randomQuestion } from './randomQuestion.ts';

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

/** A world of which nobody asks anything. */
const holdings: Holdings = {
  keys: new Map(types.map(({ name }) => [name, [`key of ${name}`]])),
  days: ['2026-11-22'],
  texts: ['Prøve Nordmann'],
};

const questions = randomQuestion(schema, holdings);

/** The types that one leads to: what a question may come to. */
function nextTo(type: GraphQLNamedType): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  const named = fields.flatMap((field) =>
    [field, ...field.args].map((it) => getNamedType(it.type)),
  );
  return [...named, ...type.getInterfaces()];
}

function reached(type: GraphQLNamedType, before = new Set<GraphQLNamedType>()) {
  if (!before.has(type)) {
    before.add(type);
    for (const next of nextTo(type)) reached(next, before);
  }
  return before;
}

/** Everything that a question may name: fields, their arguments, the fields of what is put in. */
const everything = [...reached(schema.getQueryType()!)].flatMap((type) => {
  if (isInputObjectType(type))
    return Object.keys(type.getFields()).map((it) => `${type.name}.${it}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [
    `${type.name}.${name}`,
    ...args.map((it) => `${type.name}.${name}(${it.name})`),
  ]);
});

test('nothing of the schema is never asked', () => {
  const drawn = fc.sample(questions, { numRuns: 1400, seed: 1 });
  const named = new Set(drawn.flatMap(({ document }) => namedIn(schema, document)));
  expect(everything.filter((name) => !named.has(name))).toEqual([]);
});

test('all forms of a question come about', () => {
  const kinds = new Set<string>();
  for (const { document } of fc.sample(questions, { numRuns: 200, seed: 1 })) {
    visit(parse(document), { enter: ({ kind }) => void kinds.add(kind) });
  }
  for (const kind of [
    Kind.INLINE_FRAGMENT,
    Kind.FRAGMENT_SPREAD,
    Kind.DIRECTIVE,
    Kind.VARIABLE,
    Kind.NULL,
    Kind.OBJECT,
  ]) {
    expect(kinds).toContain(kind);
  }
});

test('a question that fails is told as small as it can be', () => {
  const { counterexample } = fc.check(
    fc.property(questions, ({ document }) => !document.includes('contactPoints')),
    { seed: 1, numRuns: 500 },
  );
  const [{ document } = { document: '' }] = counterexample ?? [];
  expect(document).toContain('contactPoints');
  expect(document).not.toMatch(/[@$]/);
  // The fields that lead there, and what stands in the place of others.
  expect(namedIn(schema, document).filter((name) => !/__typename/.test(name)).length).toBeLessThan(
    10,
  );
});
