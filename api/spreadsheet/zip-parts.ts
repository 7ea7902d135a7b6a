import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, validateFileName, type ZipFile } from 'yauzl';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

export type ZipParts = {
  /** Unpacks one part piece by piece; undefined: there is none of this name. Throws `SheetRefusal`. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  close(): void;
};

/**
 * Opens an archive by its directory and refuses it as a whole before anything is unpacked, where the directory already
 * tells that it is hostile (S13): too many parts, names that leave the folder, links, passwords, sizes and ratios of a
 * bomb. What the directory says is checked again while a part is unpacked. Throws `SheetRefusal`.
 */
export async function openZip(file: Buffer, limits: SheetLimits): Promise<ZipParts> {
  const zip = await opened(file);
  const parts = await entriesOf(zip, limits);
  let unpacked = 0;
  async function* counted(stream: Readable): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        unpacked += piece.length;
        if (unpacked > limits.unpacked) throw new SheetRefusal('unpacks-too-large');
        yield piece;
      }
    } catch (error) {
      throw error instanceof SheetRefusal ? error : new SheetRefusal('damaged');
    }
  }
  return {
    async read(name) {
      const entry = parts.get(name);
      return entry === undefined ? undefined : counted(await streamOf(zip, entry));
    },
    close: () => zip.close(),
  };
}

/** Names are checked here and not by the library, which would tell a bad one by its English sentence only. */
const opened = (file: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(
      file,
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => (error ? reject(new SheetRefusal('damaged')) : resolve(zip)),
    );
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(new SheetRefusal('damaged')) : resolve(stream),
    );
  });

function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>();
    let declared = 0;
    const refuse = (refusal: SheetRefusal): void => {
      zip.close();
      reject(refusal);
    };
    if (zip.entryCount > limits.entries) return refuse(new SheetRefusal('too-many-entries'));
    zip.on('error', () => refuse(new SheetRefusal('damaged')));
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry) => {
      const name = entry.fileNameRaw.toString('utf8');
      declared += entry.uncompressedSize;
      if (declared > limits.unpacked) return refuse(new SheetRefusal('unpacks-too-large'));
      const code = hostileEntry(entry, name, limits) ?? (parts.has(name) ? 'damaged' : undefined);
      if (code !== undefined) return refuse(new SheetRefusal(code));
      parts.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const LINK = 0xa000;

function hostileEntry(entry: Entry, name: string, limits: SheetLimits) {
  const { uncompressedSize, compressedSize, externalFileAttributes } = entry;
  if (validateFileName(name) !== null || name.includes('\\')) return 'bad-entry-name';
  // Unix keeps the kind of a file in the upper half.
  if (((externalFileAttributes >>> 16) & 0xf000) === LINK) return 'bad-entry-name';
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'damaged';
  const tight = uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
  return tight ? 'packed-too-tight' : undefined;
}
