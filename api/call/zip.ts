import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive; its text is made while it is written. */
export type ZipEntry = { readonly name: string; readonly text: AsyncIterable<string> | Iterable<string> };

type Written = { name: Buffer; crc: number; packed: number; plain: number; offset: number };

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: a file's age says nothing here. */
const DATE = 0x0021;

/** An archive by APPNOTE 6.3 without ZIP64 (each file below 4 GB), streamed: nothing is kept but the list of files. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const one: Written = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, offset };
    written.push(one);
    const head = Buffer.concat([numbers([4, 0x04034b50], ...common(one, true)), one.name]);
    yield head;
    // Not `pipe`: a source that fails must end the reading too.
    const packer = pipeline(
      Readable.from(counted(text, one)),
      createDeflateRaw({ level: 3 }),
      () => undefined,
    );
    for await (const chunk of packer) {
      one.packed += chunk.length;
      yield chunk;
    }
    const tail = numbers([4, 0x08074b50], [4, one.crc], [4, one.packed], [4, one.plain]);
    yield tail;
    offset += head.length + one.packed + tail.length;
  }
  const directory = Buffer.concat(written.flatMap((one) => [directoryLine(one), one.name]));
  yield directory;
  const count = written.length;
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

async function* counted(text: ZipEntry['text'], into: Written): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    into.crc = crc32(bytes, into.crc);
    into.plain += bytes.length;
    yield bytes;
  }
}

type Sized = readonly [bytes: 2 | 4, value: number];

/** Fields that the header before the data and the line of the directory have in common. */
function common({ name, crc, packed, plain }: Written, before: boolean): Sized[] {
  const sizes: Sized[] = before
    ? [
        [4, 0],
        [4, 0],
        [4, 0],
      ]
    : [
        [4, crc],
        [4, packed],
        [4, plain],
      ];
  return [[2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE], ...sizes, [2, name.length], [2, 0]];
}

const directoryLine = (one: Written): Buffer =>
  numbers(
    [4, 0x02014b50],
    [2, VERSION],
    ...common(one, false),
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, one.offset],
  );

function numbers(...fields: readonly Sized[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
