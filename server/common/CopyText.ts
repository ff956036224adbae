/** What a cell of a copied row can hold; a list becomes an array. */
export type CopiedCell = string | number | boolean | null | Buffer | readonly (string | number)[];

/** How many bytes make a piece. */
const pieceLength = 262_144;

/** A letter takes at most so many bytes for each of the units that JavaScript counts. */
const longestLetter = 3;

/** Rows as the text that `copy … from stdin` reads, written while they are made, so that nothing of them stays but the bytes. */
export class CopyText {
  #piece = Buffer.alloc(0);
  #length = 0;
  readonly #pieces: Buffer[] = [];

  /** Each row is written out at once: letters of other scripts in one are no longer in the way of the next. */
  add(row: readonly CopiedCell[]): void {
    let line = textOf(row[0]!);
    for (let at = 1; at < row.length; at += 1) line += `\t${textOf(row[at]!)}`;
    line += '\n';
    const most = line.length * longestLetter;
    if (this.#length + most > this.#piece.length) {
      this.#cut();
      this.#piece = Buffer.allocUnsafe(Math.max(most, pieceLength));
    }
    this.#length += this.#piece.write(line, this.#length);
  }

  /** All of it so far, in pieces. */
  pieces(): readonly Buffer[] {
    this.#cut();
    return this.#pieces;
  }

  #cut(): void {
    if (this.#length > 0) this.#pieces.push(this.#piece.subarray(0, this.#length));
    this.#piece = this.#piece.subarray(this.#length);
    this.#length = 0;
  }
}

function textOf(cell: CopiedCell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (cell instanceof Uint8Array) return `\\\\x${cell.toString('hex')}`;
  return `{${cell.map(elementOf).join(',')}}`;
}

const special = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function elementOf(element: string | number): string {
  if (typeof element === 'number') return String(element);
  return escaped(`"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
}
