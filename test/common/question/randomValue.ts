import fc from 'fast-check';
import {
  getNamedType,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { Holdings } from './Holdings.ts';
import { rarely } from './rarely.ts';

/** How a value is handed over when it does not stand in the document itself. */
export interface ByVariable {
  /** Left out: the default counts, of the variable or else of the argument. */
  readonly given: 'value' | 'null' | 'nothing';
  readonly byDefault: 'value' | 'null' | 'nothing';
  /** Taken from a variable of the same type, and of the same vocabulary, if there is one already. */
  readonly isShared: boolean;
}

/** Verdi. What an argument is given: in JSON, or field by field where it is an input object. */
export interface Value {
  readonly type: GraphQLInputType;
  readonly json: unknown;
  /** Whose key or code it is, by the name of the type; null where it is neither. */
  readonly of: string | null;
  /** What it may be another time, where it is a variable. */
  readonly another: unknown;
  readonly fields: Readonly<Record<string, Value>> | null;
  readonly variable: ByVariable | null;
}

/** Where a page begins or ends. Not known before there is an answer: it is taken from that. */
const isCursor = (name: string): boolean => name === 'after' || name === 'before';

/** One reads on, or back: what is left out then. */
const directions = { onward: ['last', 'before'], backward: ['first', 'after'] } as const;

/** Draws what arguments are given: values that their types allow, and as a rule ones that mean something in the world. */
export class RandomValue {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly holdings: Holdings,
  ) {}

  /** The arguments of a field, each of them or not. */
  arguments({ args, type }: GraphQLField<unknown, unknown>): fc.Arbitrary<Record<string, Value>> {
    const direction = fc.constantFrom('onward', 'backward');
    return fc.tuple(this.record(args, getNamedType(type)), direction).map(([values, way]) => {
      const leftOut: readonly string[] = directions[way];
      return Object.fromEntries(Object.entries(values).filter(([name]) => !leftOut.includes(name)));
    });
  }

  /** What `@skip` and `@include` are told. */
  condition(): fc.Arbitrary<Value> {
    const type = new GraphQLNonNull(GraphQLBoolean);
    return this.value({ name: 'if', type, defaultValue: undefined }, type.ofType);
  }

  /** Each that must be there, and half of the others. */
  private record(
    places: readonly Place[],
    near: GraphQLNamedType,
  ): fc.Arbitrary<Record<string, Value>> {
    const required = places.filter(
      ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
    );
    return fc.record(Object.fromEntries(places.map((it) => [it.name, this.value(it, near)])), {
      requiredKeys: required.map(({ name }) => name),
    });
  }

  /** Of an input object few fields are given: each narrows what is found. */
  private few(
    places: readonly Place[],
    near: GraphQLNamedType,
  ): fc.Arbitrary<Record<string, Value>> {
    const chosen = fc.subarray(
      places.map(({ name }) => name),
      { maxLength: 3 },
    );
    return fc.tuple(this.record(places, near), chosen).map(([values, names]) =>
      Object.fromEntries(
        places.flatMap(({ name, type }) => {
          const value = values[name];
          return value && (isNonNullType(type) || names.includes(name)) ? [[name, value]] : [];
        }),
      ),
    );
  }

  private value(place: Place, near: GraphQLNamedType): fc.Arbitrary<Value> {
    const { type } = place;
    const variable = rarely(byVariable(isNonNullType(type)), 2);
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      const fields = this.few(Object.values(named.getFields()), near);
      const none = fc.constant(null);
      return fc.record({
        type: fc.constant(type),
        json: none,
        of: none,
        another: none,
        fields,
        variable,
      });
    }
    const json = this.json(type, place, near);
    return fc.record({
      type: fc.constant(type),
      json,
      of: fc.constant(named.name === 'ID' ? this.keysFor(place.name, near).of : null),
      another: json,
      fields: fc.constant(null),
      variable: isCursor(place.name) ? byCursor : variable,
    });
  }

  private json(
    type: GraphQLInputType,
    place: Place,
    near: GraphQLNamedType,
  ): fc.Arbitrary<unknown> {
    const given = isNonNullType(type) ? type.ofType : type;
    const present = isListType(given)
      ? fc.array(this.json(given.ofType, place, near), { maxLength: 3 })
      : this.leaf(getNamedType(given), place, near);
    if (given !== type) return present;
    return fc.oneof({ weight: 9, arbitrary: present }, { weight: 1, arbitrary: fc.constant(null) });
  }

  private leaf(
    type: GraphQLNamedType,
    { name }: Place,
    near: GraphQLNamedType,
  ): fc.Arbitrary<unknown> {
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((it) => it.name));
    switch (type.name) {
      case 'Boolean':
        return fc.boolean();
      case 'Int':
        return fc.oneof(
          { weight: 12, arbitrary: fc.integer({ min: 1, max: 5 }) },
          { weight: 1, arbitrary: fc.constantFrom(20, 100) },
        );
      case 'ID':
        return this.key(this.keysFor(name, near).keys);
      case 'LocalDate':
        return fc.constantFrom(...this.holdings.days);
      case 'Text':
        return this.words();
      case 'String':
        return isCursor(name) ? fc.nat() : this.words();
      default:
        throw new Error(`No values are known for ${type.name}: say here which it may have`);
    }
  }

  /** `id` and `code` are of what the field gives; `trust` and `languages` of what a field of that name gives. */
  private keysFor(name: string, near: GraphQLNamedType): Keys {
    // What a link is to may be an organisation or a person; one kind will do.
    if (name === 'recordId') {
      return { of: 'Organisation', keys: this.holdings.keys.get('Organisation') ?? [] };
    }
    const types = [near, ...Object.values(this.schema.getTypeMap())].filter(isObjectType);
    const given = types.flatMap((it) => getNamedType(it.getFields()[name]?.type) ?? []);
    const pointed = given.filter(isObjectType).sort((one, other) => rank(one) - rank(other));
    for (const type of pointed.length ? pointed : [near]) {
      const keys = this.holdings.keys.get(type.name);
      if (keys?.length) return { of: type.name, keys };
    }
    throw new Error(`No keys are known for ${name}: say here whose they are`);
  }

  /** As a rule one with much to tell. */
  private key(keys: readonly string[]): fc.Arbitrary<string> {
    return fc.oneof(fc.constantFrom(...keys.slice(0, 30)), fc.constantFrom(...keys));
  }

  /** What a name begins with, or parts of several. */
  private words(): fc.Arbitrary<string> {
    const whole = fc.constantFrom(...this.holdings.texts);
    const part = fc
      .tuple(whole, fc.integer({ min: 2, max: 12 }))
      .map(([text, end]) => text.slice(0, end));
    return fc.oneof(
      whole,
      part,
      fc.array(part, { maxLength: 3 }).map((parts) => parts.join(' ')),
    );
  }
}

interface Keys {
  readonly of: string;
  readonly keys: readonly string[];
}

type Place = Pick<GraphQLInputField, 'name' | 'type' | 'defaultValue'>;

/** What has a code is pointed at by it, before anything that has not. */
const rank = (type: GraphQLObjectType): number => ('code' in type.getFields() ? 0 : 1);

const byVariable = (isRequired: boolean): fc.Arbitrary<ByVariable> => {
  const nothing = isRequired ? [] : (['null', 'nothing'] as const);
  return fc.record({
    given: fc.constantFrom('value', 'value', ...nothing),
    byDefault: fc.constantFrom('nothing', 'value', ...nothing),
    isShared: fc.boolean(),
  });
};

const byCursor = fc.constant<ByVariable>({ given: 'null', byDefault: 'nothing', isShared: false });
