/** What a cell of a copied row can hold; a list becomes an array. */
export type CopiedCell = string | number | boolean | null | Buffer | readonly (string | number)[];

/** As many letters as make a piece that a socket takes at once, more or less. */
const pieceLength = 65_536;

/** Rows as the text that `copy … from stdin` reads, written while they are made, so that nothing of them stays but the text. */
export class CopyText {
  #text = '';
  readonly #pieces: Buffer[] = [];

  add(row: readonly CopiedCell[]): void {
    let line = textOf(row[0]!);
    for (let at = 1; at < row.length; at += 1) line += `\t${textOf(row[at]!)}`;
    this.#text += `${line}\n`;
    if (this.#text.length > pieceLength) this.#cut();
  }

  /** All of it so far, in pieces. */
  pieces(): readonly Buffer[] {
    this.#cut();
    return this.#pieces;
  }

  #cut(): void {
    if (this.#text) this.#pieces.push(Buffer.from(this.#text));
    this.#text = '';
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
