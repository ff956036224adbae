/** Of pg itself, and not in its types: how a value is written for PostgreSQL. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
