import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; what it says of itself may be a lie. */
export interface Part {
  readonly name: string;
  readonly content?: Buffer | string;
  /** As it is packed; packed from the content if left out. */
  readonly packed?: Buffer;
  /** How large it says it is. */
  readonly size?: number;
}

const attributes = (name: Buffer, packed: Buffer, size: number, sum: number): Buffer => {
  const head = Buffer.alloc(26);
  // Version 2.0, no flags, deflated, no time.
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(sum, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
};

/** Zip. An archive byte by byte, so that it can be as malformed as anybody's. */
export function aZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', packed: given, size } of parts) {
    const plain = Buffer.from(content as string);
    const packed = given ?? deflateRawSync(plain);
    const label = Buffer.from(name);
    const said = attributes(label, packed, size ?? plain.length, crc32(plain));
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), said, label, packed]);
    bodies.push(local);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), said, rest, label]),
    );
    at += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length & 0xffff, 4);
  end.writeUInt16LE(parts.length & 0xffff, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, index, Buffer.from('PK\u0005\u0006'), end]);
}
