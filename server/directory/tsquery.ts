/**
 * A condition on the lexemes of an entry, as a tree. Written out for PostgreSQL by us, with every lexeme quoted: nothing that
 * a person types is ever parsed as a query.
 */
export type Condition =
  | { readonly op: 'lexeme'; readonly lexeme: string; readonly isPrefix: boolean }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition };

export const lexeme = (text: string): Condition => ({
  op: 'lexeme',
  lexeme: text,
  isPrefix: false,
});
export const prefix = (text: string): Condition => ({ op: 'lexeme', lexeme: text, isPrefix: true });
export const not = (part: Condition): Condition => ({ op: 'not', part });

const flattened = (op: 'and' | 'or', parts: readonly Condition[]): Condition => {
  const all = parts.flatMap((part) => (part.op === op ? part.parts : [part]));
  const [only] = all;
  return all.length === 1 && only ? only : { op, parts: all };
};

/** All of them: everything, when there are none. */
export const and = (...parts: readonly Condition[]): Condition => flattened('and', parts);

/** One of them: nothing, when there are none. */
export const or = (...parts: readonly Condition[]): Condition => flattened('or', parts);

/** Every entry has this lexeme, and none has the other. */
export const EVERYTHING = 'X:everything';
const NOTHING = 'X:nothing';

const quoted = (text: string): string => `'${text.replace(/['\\]/g, (sign) => sign + sign)}'`;

/** The condition as PostgreSQL reads a tsquery. */
export function toTsquery(condition: Condition): string {
  switch (condition.op) {
    case 'lexeme':
      return quoted(condition.lexeme) + (condition.isPrefix ? ':*' : '');
    case 'not':
      return `!(${toTsquery(condition.part)})`;
    case 'and':
    case 'or': {
      if (condition.parts.length === 0)
        return quoted(condition.op === 'and' ? EVERYTHING : NOTHING);
      const sign = condition.op === 'and' ? ' & ' : ' | ';
      const written = new Set(condition.parts.map((part) => toTsquery(part)));
      return `(${[...written].join(sign)})`;
    }
  }
}
