import type { Readable } from 'node:stream';

import { type Entry, fromBufferPromise } from 'yauzl';

import { limits } from './limits.ts';
import { UnreadableFile } from './UnreadableFile.ts';

/** Arbeidsbok. The parts of a workbook, by name, each to be unpacked when it is asked for. */
export interface Workbook {
  has(name: string): boolean;
  /** The bytes of a part as they are unpacked; the stream fails where they are more than the file has said. */
  open(name: string): Promise<Readable>;
}

const smallEnough = 1024 * 1024;
const inside =
  /^xl\/(embeddings|activeX)\/|\.(zip|xlsx|xlsm|xlsb|xls|docx|docm|pptx|7z|rar|gz|jar|exe|ole)$/i;
const macros = /(^|\/)(vbaProject|vbaData)|macrosheets\//i;
const links = /^xl\/(externalLinks|connections|queryTables)(\/|\.xml$)/i;

/**
 * Åpner en arbeidsbok. Looks at the list of parts before anything is unpacked, and refuses what no list of organisations needs: parts
 * that swell, thousands of them, paths that lead elsewhere, macros, links to other files, files within.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const parts = new Map<string, Entry>();
  const file = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw new UnreadableFile('BROKEN_FILE');
  });
  if (file.entryCount > limits.parts) throw new UnreadableFile('TOO_MANY_PARTS');
  let unpacked = 0;
  try {
    for await (const entry of file.eachEntry()) {
      const { fileName, compressedSize, uncompressedSize } = entry;
      unpacked += uncompressedSize;
      if (unpacked > limits.unpacked || isBomb(compressedSize, uncompressedSize)) {
        throw new UnreadableFile('ZIP_BOMB');
      }
      if (macros.test(fileName)) throw new UnreadableFile('HAS_MACROS');
      if (links.test(fileName)) throw new UnreadableFile('HAS_EXTERNAL_LINKS');
      if (inside.test(fileName)) throw new UnreadableFile('HAS_FILES_INSIDE');
      if (entry.isEncrypted()) throw new UnreadableFile('OLD_OR_LOCKED_EXCEL');
      parts.set(fileName, entry);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(isAboutNames(error) ? 'UNSAFE_ZIP' : 'BROKEN_FILE');
  }
  return {
    has: (name) => parts.has(name),
    async open(name) {
      const part = parts.get(name);
      if (!part) throw new UnreadableFile('BROKEN_FILE');
      return file.openReadStreamPromise(part).catch(() => {
        throw new UnreadableFile('BROKEN_FILE');
      });
    },
  };
}

const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > smallEnough && unpacked > packed * limits.ratio;

/** What yauzl says of `../elsewhere`, `/root` and `C:\`. */
const isAboutNames = (error: unknown): boolean =>
  error instanceof Error &&
  /relative path|absolute path|invalid characters in fileName/.test(error.message);
