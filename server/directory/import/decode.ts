import { isUtf8 } from 'node:buffer';

/** A text in UTF-8, and what it was written in. */
export interface Decoded {
  readonly bytes: Buffer;
  readonly encoding: string;
}

/**
 * Tegnkoding. A file of text as UTF-8, however it was written: UTF-8 and UTF-16 with a mark or without, else Windows-1252, which Latin-1 is
 * a part of.
 *
 * Where a file is UTF-8 in most of its lines, each line is read by itself: somebody has pasted two files together.
 */
export function decode(bytes: Buffer): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { bytes: plain(bytes.subarray(3)), encoding: 'UTF-8' };
  }
  const wide = (a === 0xff && b === 0xfe && 'utf-16le') || (a === 0xfe && b === 0xff && 'utf-16be');
  const encoding = wide || wideWithoutMark(bytes);
  if (encoding) {
    const text = new TextDecoder(encoding).decode(bytes);
    return { bytes: Buffer.from(text), encoding: encoding.toUpperCase() };
  }
  if (isUtf8(bytes)) return { bytes, encoding: 'UTF-8' };
  return { bytes: plain(bytes), encoding: 'Windows-1252' };
}

const LINE = 0x0a;
const latin = new TextDecoder('windows-1252');

/** Line by line: what is not UTF-8 is Windows-1252. */
function plain(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(LINE, from);
    const to = at === -1 ? bytes.length : at + 1;
    const line = bytes.subarray(from, to);
    lines.push(isUtf8(line) ? line : Buffer.from(latin.decode(line)));
    from = to;
  }
  return Buffer.concat(lines);
}

/** Letters of Latin scripts are half zeros in UTF-16, always the same half. */
function wideWithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 5;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}
