import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const longest = 1000;

// C0 and C1 control characters, but for tab and line feed; and halves of surrogate pairs, which no database stores.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u;

function readText(value: unknown): string {
  if (typeof value !== 'string') throw new GraphQLError('A Text is a string.');
  if (value.length > longest) {
    throw new GraphQLError(`A Text has at most ${longest} characters; this has ${value.length}.`);
  }
  if (forbidden.test(value)) throw new GraphQLError('A Text holds no control characters.');
  return value.normalize('NFC').trim();
}

/** Tekst. What a person types: refused with control characters in it, kept as NFC without outer blanks. */
export const Text = new GraphQLScalarType<string, string>({
  name: 'Text',
  description:
    'Text that a person typed: at most 1000 characters, no control characters. Kept in Unicode NFC without outer blanks.',
  serialize: String,
  parseValue: readText,
  parseLiteral: (node) => readText(node.kind === Kind.STRING ? node.value : undefined),
});
