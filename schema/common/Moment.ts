import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function readMoment(value: unknown): string {
  const moment = typeof value === 'string' ? new Date(value) : value;
  if (moment instanceof Date && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new GraphQLError('A Moment is a point in time, written as 2026-11-22T12:00:00Z.');
}

/** Tidspunkt. A point in time; written in UTC whatever the database or the asker wrote. */
export const Moment = new GraphQLScalarType<string, string>({
  name: 'Moment',
  description: 'A point in time, in UTC, written as ISO 8601: 2026-11-22T12:00:00.000Z.',
  serialize: readMoment,
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : undefined),
});
