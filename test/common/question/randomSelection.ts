import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
} from 'graphql';

import { rarely } from './rarely.ts';
import type { RandomValue, Value } from './randomValue.ts';

/** `@skip` or `@include`. */
export interface Condition {
  readonly name: 'skip' | 'include';
  readonly value: Value;
}

/** A field or a fragment, before it is written. */
export type Selected = SelectedField | SelectedFragment;

export interface SelectedField {
  /** Null: `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | null;
  readonly alias: string | null;
  readonly args: Readonly<Record<string, Value>>;
  readonly conditions: readonly Condition[];
  readonly beneath: readonly Selected[];
}

export interface SelectedFragment {
  readonly on: GraphQLCompositeType | null;
  /** Null: it stands where it is used. Else used again wherever the same is drawn. */
  readonly name: string | null;
  readonly conditions: readonly Condition[];
  readonly beneath: readonly Selected[];
}

/** How much may still be drawn: levels, and rows at most. */
interface Room {
  readonly levels: number;
  readonly rows: number;
}

/** Names that a field may be given: of other fields, and of what every JavaScript object has. */
const trickyAliases = [
  'id',
  'name',
  'nodes',
  'node',
  'totalCount',
  'constructor',
  '__proto__',
  'a',
  'b',
];
const pageSteps = new Set(['edges', 'nodes', 'node']);
const usualList = 20;

/** Utvalg. Draws what is selected on a type, and beneath that. */
export class RandomSelection {
  readonly #known = new Map<string, fc.Arbitrary<Selected[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: RandomValue,
  ) {}

  of(type: GraphQLCompositeType, room: Room): fc.Arbitrary<Selected[]> {
    const key = `${type.name} ${room.levels} ${room.rows}`;
    const known = this.#known.get(key);
    if (known) return known;
    const most = Math.max(2, room.levels - 1);
    const drawn = fc.array(this.one(type, room), { minLength: 1, maxLength: most });
    this.#known.set(key, drawn);
    return drawn;
  }

  private one(type: GraphQLCompositeType, room: Room): fc.Arbitrary<Selected> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const affordable = fields.flatMap((field) => {
      const next = isCompositeType(getNamedType(field.type)) ? after(field, room) : room;
      return next.levels >= 0 && next.rows > 0 ? [{ field, next }] : [];
    });
    const choices: fc.WeightedArbitrary<Selected>[] = [
      { weight: 1, arbitrary: this.typename() },
      ...affordable.map(({ field, next }) => ({
        weight: weightOf(field),
        arbitrary: this.field(field, next),
      })),
    ];
    if (room.levels > 0) {
      const weight = isAbstractType(type) ? 20 : Math.max(2, affordable.length / 3);
      choices.push({ weight: Math.ceil(weight), arbitrary: this.fragment(type, room) });
    }
    // What a failure does not need shrinks to the first of them.
    return fc.oneof({ withCrossShrink: true }, ...choices);
  }

  private typename(): fc.Arbitrary<Selected> {
    return fc.record({
      field: fc.constant(null),
      alias: rarely(fc.constantFrom(...trickyAliases), 5),
      args: fc.constant({}),
      conditions: this.conditions(),
      beneath: fc.constant([]),
    });
  }

  private field(field: GraphQLField<unknown, unknown>, room: Room): fc.Arbitrary<Selected> {
    const named = getNamedType(field.type);
    return fc.record({
      field: fc.constant(field),
      alias: rarely(fc.constantFrom(...trickyAliases), 8),
      args: this.values.arguments(field),
      conditions: this.conditions(),
      beneath: isCompositeType(named) ? this.of(named, room) : fc.constant([]),
    });
  }

  private fragment(type: GraphQLCompositeType, room: Room): fc.Arbitrary<Selected> {
    const less = { ...room, levels: room.levels - 1 };
    const on = [null, type, ...this.overlapping(type)];
    return fc.oneof(
      ...on.map((it) => ({
        weight: isAbstractType(it) ? 3 : 1,
        arbitrary: fc.record({
          on: fc.constant(it),
          name: it ? rarely(fc.constantFrom('A', 'B'), 2) : fc.constant(null),
          conditions: this.conditions(),
          beneath: this.of(it ?? type, less),
        }),
      })),
    );
  }

  /** Types that something of this type may be as well. */
  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = (it: GraphQLCompositeType) =>
      isAbstractType(it) ? this.schema.getPossibleTypes(it) : [it];
    const own = new Set(possible(type));
    return Object.values(this.schema.getTypeMap())
      .filter(isCompositeType)
      .filter((it) => it !== type && possible(it).some((each) => own.has(each)));
  }

  private conditions(): fc.Arbitrary<Condition[]> {
    const condition = fc
      .tuple(this.values.condition(), fc.constantFrom('skip', 'include'))
      .map(([value, name]): Condition => ({ name, value }));
    return rarely(condition, 10).map((it) => (it ? [it] : []));
  }
}

/** The room beneath a field: the steps of a page are no levels, and a page holds as many rows as it says. */
function after({ name, type }: GraphQLField<unknown, unknown>, { levels, rows }: Room): Room {
  if (pageSteps.has(name)) return { levels, rows };
  const isMany =
    isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection');
  return { levels: levels - 1, rows: isMany ? Math.floor(rows / usualList) : rows };
}

/** What leads on is drawn more often than what ends here. */
function weightOf({ name, type }: GraphQLField<unknown, unknown>): number {
  if (pageSteps.has(name)) return 8;
  return isCompositeType(getNamedType(type)) ? 3 : 1;
}
