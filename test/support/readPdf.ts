import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure that is read aloud. */
export interface PdfNode {
  readonly role?: string;
  readonly children?: readonly PdfNode[];
}

/** A PDF as another program reads it. */
export async function readPdf(file: Buffer) {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)),
  );
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items
        .flatMap((item) => ('str' in item ? item.str : []))
        .join('')
        .replaceAll(/\s+/g, ' ');
    }),
  );
  const trees = await Promise.all(
    pages.map(async (page) => (await page.getStructTree()) as PdfNode),
  );
  const { info } = await document.getMetadata();
  return {
    texts,
    trees,
    info: info as Record<string, unknown>,
    mark: await document.getMarkInfo(),
  };
}

export const rolesIn = (node: PdfNode): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(rolesIn),
];
