import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import { anyone, type Door, type Doors } from './rules.ts';

/** Looks for the doors behind what is given to a field. */
type Look = (value: unknown, found: Set<Door>) => void;

/**
 * Inndata. The doors behind the arguments of a root field: of each input type, each of its fields and each value of an enum that is given.
 * What one may not see one may not filter, sort or count by either.
 *
 * Null where every one of them is a door that the field has itself: then nothing needs to be looked at.
 */
export function doorsOfInput(
  doors: Doors,
  { args }: GraphQLField<unknown, unknown>,
  own: Door,
): ((given: Readonly<Record<string, unknown>>) => ReadonlySet<Door>) | null {
  const looks = args.flatMap(({ name, type }) => {
    const look = lookOf(doors, type, own);
    return look ? [{ name, look }] : [];
  });
  if (!looks.length) return null;
  return (given) => {
    const found = new Set<Door>();
    for (const { name, look } of looks) look(given[name], found);
    return found;
  };
}

function lookOf(
  doors: Doors,
  type: GraphQLInputType,
  own: Door,
  known: Map<string, { look: Look | null }> = new Map(),
): Look | null {
  if (isNonNullType(type)) return lookOf(doors, type.ofType, own, known);
  if (isListType(type)) {
    const look = lookOf(doors, type.ofType, own, known);
    return look && ((value, found) => [value].flat().forEach((item) => look(item, found)));
  }
  const { name } = getNamedType(type);
  // One that contains itself is looked into with the look that it is about to get.
  const begun = known.get(name);
  if (begun) return (value, found) => begun.look?.(value, found);
  const its: { look: Look | null } = { look: null };
  known.set(name, its);
  const door = doors.ofType.get(name) ?? own;
  const isNews = (some: Door | undefined): some is Door =>
    some !== undefined && some !== own && some !== anyone;
  const looks: Look[] = isNews(door) ? [(_value, found) => void found.add(door)] : [];
  if (isEnumType(type)) {
    for (const { name: word, value: meant } of type.getValues()) {
      const restricted = doors.ofField.get(`${name}.${word}`);
      if (isNews(restricted)) {
        looks.push((value, found) => void (value === meant && found.add(restricted)));
      }
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      const restricted = doors.ofField.get(`${name}.${field.name}`);
      const within = lookOf(doors, field.type, own, known);
      if (!isNews(restricted) && !within) continue;
      looks.push((value, found) => {
        const part = (value as Readonly<Record<string, unknown>>)[field.name];
        if (part === undefined || part === null) return;
        if (isNews(restricted)) found.add(restricted);
        within?.(part, found);
      });
    }
  }
  if (!looks.length) return null;
  its.look = (value, found) => {
    if (value !== undefined && value !== null) for (const look of looks) look(value, found);
  };
  return its.look;
}
