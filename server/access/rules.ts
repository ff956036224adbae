import type { Permission } from './permissions.ts';

/** For everyone, strangers included. */
export const anyone = 'anyone';

/** Adgang. Who gets to a field: everyone, or those with a permission. */
export type Door = Permission | typeof anyone;

/**
 * Adgangsregler. What a slice says about who may read and do what it adds to the API.
 *
 * A root field that is in no slice's rules, or a type that is in none (of objects, of input, of words), does not build; neither does a rule about something
 * that is not there, nor two rules about the same.
 */
export interface AccessRules {
  /** Each field of the type Query, by name. */
  readonly query?: Readonly<Record<string, Door>>;
  /** Each field of the type Mutation, by name. */
  readonly mutation?: Readonly<Record<string, Door>>;
  /** Each object type: the door of its fields. Each input type and enum: who may ask with it. */
  readonly types?: Readonly<Record<string, Door>>;
  /** Fields, also of input types, and values of enums that differ from their type, as `Type.field`. */
  readonly fields?: Readonly<Record<`${string}.${string}`, Door>>;
}

/** The rules of all slices, in one place: the door of each root field, type and field. */
export interface Doors {
  /** By `Type.field`; only of the root types. */
  readonly root: ReadonlyMap<string, Door>;
  readonly ofType: ReadonlyMap<string, Door>;
  /** By `Type.field`, where it differs from its type. */
  readonly ofField: ReadonlyMap<string, Door>;
}
