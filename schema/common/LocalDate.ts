import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Whether the text is a day of the Gregorian calendar, written YYYY-MM-DD. It begins with the year 1. */
export function isLocalDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function readLocalDate(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new GraphQLError('A LocalDate is a day of the calendar, written YYYY-MM-DD.');
}

/** Dato. A day in the calendar of Europe/Oslo, without a time. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day of the Gregorian calendar in Europe/Oslo, written YYYY-MM-DD.',
  serialize: readLocalDate,
  parseValue: readLocalDate,
  parseLiteral: (node) => readLocalDate(node.kind === Kind.STRING ? node.value : undefined),
});
