/** Fields whose values are enums: the API names them in capitals, the tables do not. */
const enums = new Set([
  'audience',
  'channel',
  'kind',
  'role',
  'speaks',
  'understands',
  'use',
  'verifiedBy',
  'writes',
]);

/**
 * The answer in the one form in which ways of reading are compared: without the steps of connections, enums in small letters, fields in
 * the order of their names.
 */
export function normalised(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => normalised(item, field));
  if (typeof value === 'string') return enums.has(field) ? value.toLowerCase() : value;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'nodes') return normalised(only[1], field);
  return Object.fromEntries(
    entries
      .map(([name, inner]) => [name, normalised(inner, name)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Where two answers first differ, as a path and what stands there; null where they do not. */
export function difference(one: unknown, other: unknown, path = 'answer'): string | null {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return `${path}: ${one.length} items against ${other.length}`;
    for (const [at, item] of one.entries()) {
      const found = difference(item, other[at], `${path}[${at}]`);
      if (found) return found;
    }
    return null;
  }
  if (isRecord(one) && isRecord(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = difference(one[name], other[name], `${path}.${name}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(one, other) ? null : `${path}: ${written(one)} against ${written(other)}`;
}

const written = (value: unknown): string => String(JSON.stringify(value)).slice(0, 200);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
