import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Any text at all: of any script, with controls and halves of characters, long, or looking like something. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
  fc.base64String({ maxLength: 80 }),
  fc.uuid(),
  fc.constantFrom(
    '',
    ' ',
    "' or 1=1 --",
    '%_\\',
    '<-> & | ! ( ) :*',
    "'a' <2> b:*",
    '\u202e\u200f\ufeff',
    '__proto__',
    'null',
    'NaN',
  ),
);

const anyDay = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Søppel. Values that nobody would ask for in earnest: some of the right type, some not. */
export function junkFor(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return junkFor(type.ofType);
  return fc.oneof(
    { weight: 8, arbitrary: ofType(type) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function ofType(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.array(ofType(type.ofType), { maxLength: 5 });
  if (isNonNullType(type)) return ofType(type.ofType);
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    return fc.record(Object.fromEntries(fields.map((it) => [it.name, junkFor(it.type)])), {
      requiredKeys: [],
    });
  }
  switch (named.name) {
    case 'Boolean':
      return fc.boolean();
    case 'Int':
      return fc.oneof(fc.integer({ min: -1, max: 101 }), fc.integer(), fc.double());
    case 'LocalDate':
      return fc.oneof(anyDay, anyText);
    case 'ID':
      return fc.oneof(anyText, fc.integer());
    default:
      return anyText;
  }
}
