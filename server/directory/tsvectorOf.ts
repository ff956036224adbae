/** Lexemes as the text that PostgreSQL reads a tsvector from, in any order and however often. Such texts may be put together. */
export function tsvectorOf(lexemes: Iterable<string>): string {
  let text = '';
  for (const lexeme of lexemes) text += `'${quotable(lexeme)}' `;
  return text;
}

const quotable = (lexeme: string) =>
  lexeme.includes("'") || lexeme.includes('\\')
    ? lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")
    : lexeme;
