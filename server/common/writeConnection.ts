import type { Context } from '#server/context.ts';
import type { Bunch } from './Bunch.ts';
import { toBytes } from './byteText.ts';
import type { Fetched } from './fetchRows.ts';
import type { RawTuple } from './Reader.ts';
import type { Selection } from './Selection.ts';
import { NotWritable, writeFields, writeList } from './writeValue.ts';

/** Writes a row, with what was fetched along with it. */
export type WriteRow = (tuple: RawTuple, fetched: Fetched, context: Context) => string;

type WriteNode = (selection: Selection) => WriteRow;

/** Writes what belongs to one owner. */
export type WriteBunch = (bunch: Bunch, rows: Fetched, context: Context) => string;

/** How a page of rows is written. `writeNode`: how each of them is. */
export function writeConnection(selection: Selection, writeNode: WriteNode): WriteBunch {
  return writeFields(
    selection.responses().map((response): [string, WriteBunch] => {
      const { key, field } = response;
      if (!field) return [key, () => JSON.stringify(selection.type.name)];
      const under = () => selection.under(response);
      switch (field.name) {
        case 'nodes': {
          const write = writeNode(under());
          return [key, ({ tuples }, rows, context) => writeList(tuples, write, rows, context)];
        }
        case 'edges': {
          const write = writeEdge(under(), writeNode);
          return [
            key,
            (bunch, rows, context) => writeList(bunch.tuples, write, bunch, rows, context),
          ];
        }
        case 'pageInfo':
          return [key, writePageInfo(under())];
        case 'totalCount':
          return [key, ({ total }) => String(total)];
        default:
          // What other slices add to their own lists is not there on a relation.
          if (field.extensions['otherwise'] === undefined) {
            throw new NotWritable(`${selection.type.name}.${field.name}`);
          }
          return [key, () => toBytes(JSON.stringify(field.extensions['otherwise']))];
      }
    }),
  );
}

type WriteEdge = (tuple: RawTuple, bunch: Bunch, rows: Fetched, context: Context) => string;

const writeEdge = (selection: Selection, writeNode: WriteNode): WriteEdge =>
  writeFields(
    selection.responses().map((response): [string, WriteEdge] => {
      const { key, field } = response;
      if (!field) return [key, () => JSON.stringify(selection.type.name)];
      if (field.name === 'cursor')
        return [key, (tuple, { cursorOf }) => JSON.stringify(cursorOf(tuple))];
      const write = writeNode(selection.under(response));
      return [key, (tuple, _bunch, rows, context) => write(tuple, rows, context)];
    }),
  );

const writePageInfo = (selection: Selection): WriteBunch =>
  writeFields(
    selection.responses().map(({ key, field }): [string, WriteBunch] => {
      const cursor = (tuple: RawTuple | undefined, { cursorOf }: Bunch) =>
        tuple ? JSON.stringify(cursorOf(tuple)) : 'null';
      switch (field?.name) {
        case 'hasNextPage':
        case 'hasPreviousPage': {
          const { name } = field;
          return [key, ({ pageInfo }) => String(pageInfo[name as 'hasNextPage'])];
        }
        case 'startCursor':
          return [key, (bunch) => cursor(bunch.tuples[0], bunch)];
        case 'endCursor':
          return [key, (bunch) => cursor(bunch.tuples.at(-1), bunch)];
        default:
          return [key, () => JSON.stringify(selection.type.name)];
      }
    }),
  );
