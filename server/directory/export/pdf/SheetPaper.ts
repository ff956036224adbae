import PDFDocument from 'pdfkit';

import { type Line, linesOf, type Piece } from './linesOf.ts';
import { fontFile, scripts } from './scripts.ts';

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

/** A paragraph of a cell: what it says, and how loud. */
export interface Paragraph {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
}

export interface SheetColumn {
  readonly heading: string;
  /** Its share of the width. */
  readonly share: number;
}

/** Known to the library, and not yet to its declarations. */
const accessible: object = { subset: 'PDF/UA' };

const margin = 36;
const footer = 24;
const gap = 8;
const size = { title: 16, text: 9, small: 7.5 };
const leading = 1.4;
const ink = { text: '#1a1a1a', quiet: '#4a4a4a', line: '#8a8a8a' };

/**
 * Papir. A table on pages, as a tagged PDF: whoever has it read aloud hears headings, and in each row whose it is (PDF/UA, ISO 14289). The
 * text behind what is drawn is kept with it, in the order in which it is read.
 *
 * What stands on every page, the headings of a later page and the line at the foot, is said to be no part of the text.
 */
export class SheetPaper {
  readonly document: PDFKit.PDFDocument;
  readonly #registered = new Set<string>();
  readonly #widths = new Map<string, number>();
  readonly #whole: Structure;
  #body: Structure | null = null;
  #table: Structure | null = null;
  #y = margin;
  #page = 1;

  constructor(
    private readonly columns: readonly SheetColumn[],
    private readonly foot: (page: number) => string,
    {
      title,
      language,
      at,
    }: { readonly title: string; readonly language: string; readonly at: Date },
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      layout: 'landscape',
      margin: 0,
      pdfVersion: '1.7',
      ...accessible,
      tagged: true,
      displayTitle: true,
      lang: language,
      font: this.file(scripts[0]!.name),
      info: { Title: title, CreationDate: at, Creator: 'Samband', Producer: 'Samband' },
    });
    this.#whole = this.document.struct('Document');
    this.document.addStructure(this.#whole);
    this.writeFoot();
  }

  heading(text: string): void {
    this.block('H1', [{ text, isBold: true }], size.title);
  }

  paragraph(text: string): void {
    this.block('P', [{ text }], size.text);
  }

  /** One row: the first cell says whose it is. */
  row(cells: readonly (readonly Paragraph[])[]): void {
    if (!this.#body) this.#body = this.beginTable();
    const laid = cells.map((paragraphs, at) => this.laid(paragraphs, this.widthOf(at), size.text));
    const height = Math.max(...laid.map(({ height: own }) => own), 26) + gap;
    if (this.#y + height > this.bottom) this.turnPage();
    const row = this.child(this.#body, 'TR');
    laid.forEach(({ draw }, at) => {
      const cell = this.child(row, at === 0 ? 'TH' : 'TD', at === 0 ? { scope: 'Row' } : {});
      draw(cell, this.leftOf(at), this.#y + gap / 2);
      cell.end();
    });
    row.end();
    this.#y += height;
    this.rule();
  }

  end(): void {
    this.#body?.end();
    this.#table?.end();
    this.#whole.end();
    this.document.end();
  }

  private beginTable(): Structure {
    this.#table = this.child(this.#whole, 'Table');
    const head = this.child(this.#table, 'THead');
    const row = this.child(head, 'TR');
    this.headings((at) =>
      this.child(row, 'TH', { scope: 'Column', title: this.columns[at]!.heading }),
    );
    row.end();
    head.end();
    return this.child(this.#table, 'TBody');
  }

  /** The headings of the columns; on a later page they are no part of the table. */
  private headings(cellOf: ((at: number) => Structure) | null): void {
    const laid = this.columns.map(({ heading }, at) =>
      this.laid([{ text: heading, isBold: true }], this.widthOf(at), size.text),
    );
    laid.forEach(({ draw }, at) => {
      const cell = cellOf?.(at) ?? null;
      draw(cell, this.leftOf(at), this.#y + gap / 2);
      cell?.end();
    });
    this.#y += Math.max(...laid.map(({ height }) => height)) + gap;
    this.rule();
  }

  private turnPage(): void {
    this.document.addPage();
    this.#page += 1;
    this.#y = margin;
    this.writeFoot();
    this.headings(null);
  }

  private writeFoot(): void {
    const { draw } = this.laid(
      [{ text: this.foot(this.#page), isQuiet: true }],
      this.width,
      size.small,
    );
    draw(null, margin, this.document.page.height - margin - size.small);
  }

  private rule(): void {
    this.artifact(() =>
      this.document
        .moveTo(margin, this.#y)
        .lineTo(margin + this.width, this.#y)
        .lineWidth(0.5)
        .strokeColor(ink.line)
        .stroke(),
    );
  }

  private block(type: 'H1' | 'P', paragraphs: readonly Paragraph[], points: number): void {
    const { draw, height } = this.laid(paragraphs, this.width, points);
    const element = this.child(this.#whole, type);
    this.drawInto(element, () => draw(null, margin, this.#y, true), paragraphs);
    element.end();
    this.#y += height + gap / 2;
  }

  /** Paragraphs broken into lines, and how to draw them. */
  private laid(paragraphs: readonly Paragraph[], width: number, points: number) {
    const lines = paragraphs
      .filter(({ text }) => text)
      .map((paragraph) => ({
        paragraph,
        lines: linesOf(paragraph.text, width, (piece) =>
          this.measure(piece, points, paragraph.isBold ?? false),
        ),
      }));
    const height = lines.reduce((sum, it) => sum + it.lines.length, 0) * points * leading;
    return {
      height,
      draw: (cell: Structure | null, x: number, y: number, isMarked = false) => {
        let at = y;
        for (const { paragraph, lines: own } of lines) {
          const top = at;
          const draw = () => this.drawLines(own, paragraph, { x, y: top, points });
          if (cell) {
            const element = this.child(cell, 'P');
            this.drawInto(element, draw, [paragraph]);
            element.end();
          } else if (isMarked) draw();
          else this.artifact(draw);
          at += own.length * points * leading;
        }
      },
    };
  }

  private drawLines(
    lines: readonly Line[],
    { isBold, isQuiet }: Paragraph,
    { x, y, points }: { readonly x: number; readonly y: number; readonly points: number },
  ): void {
    lines.forEach((line, at) => {
      for (const { text, script, x: own } of line) {
        this.use(isBold ? script.bold : script.name)
          .fontSize(points)
          .fillColor(isQuiet ? ink.quiet : ink.text)
          // With features named, a word is shaped as a whole.
          .text(text, x + own, y + at * points * leading + points, {
            lineBreak: false,
            baseline: 'alphabetic',
            features: ['liga', 'kern'],
          });
      }
    });
  }

  /** What is drawn, as the content of an element that says what it reads. */
  private drawInto(element: Structure, draw: () => void, paragraphs: readonly Paragraph[]): void {
    const actual = paragraphs.map(({ text }) => text).join(' ');
    const span = this.document.struct('Span', { actual }, draw);
    element.add(span);
  }

  private child(
    parent: Structure,
    type: string,
    options: PDFKit.Mixins.StructureElementOptions & { readonly scope?: string } = {},
  ): Structure {
    const element = this.document.struct(type, options);
    parent.add(element);
    return element;
  }

  private artifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  private measure({ text, script }: Piece, points: number, isBold: boolean): number {
    const name = isBold ? script.bold : script.name;
    const key = `${name} ${points} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.use(name)
      .fontSize(points)
      .widthOfString(text, { features: ['liga', 'kern'] });
    this.#widths.set(key, width);
    return width;
  }

  private use(name: string): PDFKit.PDFDocument {
    if (!this.#registered.has(name)) {
      this.#registered.add(name);
      this.document.registerFont(name, this.file(name));
    }
    return this.document.font(name);
  }

  private file(name: string): string {
    return fontFile(name);
  }

  private get width(): number {
    return this.document.page.width - 2 * margin;
  }

  private get bottom(): number {
    return this.document.page.height - margin - footer;
  }

  private leftOf(column: number): number {
    const before = this.columns.slice(0, column).reduce((sum, { share }) => sum + share, 0);
    return margin + before * this.width;
  }

  private widthOf(column: number): number {
    return (this.columns[column]?.share ?? 0) * this.width - gap;
  }
}
