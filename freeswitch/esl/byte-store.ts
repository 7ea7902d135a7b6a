const INITIAL_BYTES = 64 * 1024;
const KEPT_BYTES = 1024 * 1024;

/** Bytes of an unfinished frame, kept until the rest arrives. */
export type ByteStore = {
  /** Adds a copy of `bytes` from `from` on. Each byte is copied O(1) times, however small the pieces. */
  append(bytes: Buffer, from: number): void;
  /** The kept bytes as a view that is valid until the next call. */
  view(): Buffer;
  /** Forgets the first `count` bytes. */
  drop(count: number): void;
  size(): number;
};

/** Makes an empty store that doubles when full and gives back the memory of a rare large body. */
export function createByteStore(): ByteStore {
  let bytes: Buffer = Buffer.alloc(0);
  let start = 0;
  let end = 0;

  function reserve(extra: number): void {
    if (end + extra <= bytes.length) return;
    const size = end - start;
    if (size + extra <= bytes.length && start >= size) {
      bytes.copyWithin(0, start, end);
    } else {
      const grown = Buffer.allocUnsafeSlow(Math.max(INITIAL_BYTES, (size + extra) * 2));
      bytes.copy(grown, 0, start, end);
      bytes = grown;
    }
    start = 0;
    end = size;
  }

  return {
    append(more, from): void {
      reserve(more.length - from);
      end += more.copy(bytes, end, from);
    },
    view: (): Buffer => bytes.subarray(start, end),
    drop(count): void {
      start += count;
      if (start < end) return;
      start = 0;
      end = 0;
      if (bytes.length > KEPT_BYTES) bytes = Buffer.alloc(0);
    },
    size: (): number => end - start,
  };
}
