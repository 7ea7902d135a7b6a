import { closeSync, mkdirSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads and writes of sound files, behind a port so that the core stays free of I/O. */
export type MediaFiles = {
  /** Length of a wav file in ms, or undefined when there is no such file. */
  readonly durationMs: (path: string) => number | undefined;
  /**
   * Writes 16-bit mono or stereo PCM at 8 kHz and returns its size in bytes; 0 when it cannot be written. Missing folders
   * are made where `makeFolder` says so.
   */
  readonly write: (path: string, pcm: Buffer, channels: number, makeFolder: boolean) => number;
};

const headerBytes = 4096;

/** Length of the `data` chunk of a RIFF/WAVE file divided by its byte rate, in ms. */
export function wavDurationMs(header: Buffer, fileBytes: number): number | undefined {
  if (header.length < 12 || header.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  let byteRate = 16_000;
  for (let at = 12; at + 8 <= header.length; ) {
    const id = header.toString('latin1', at, at + 4);
    const size = header.readUInt32LE(at + 4);
    if (id === 'fmt ' && at + 20 <= header.length) byteRate = header.readUInt32LE(at + 16);
    // A writer that streams leaves the size field at its maximum: then the file's own size counts.
    if (id === 'data') return (Math.min(size, fileBytes - at - 8) * 1000) / byteRate;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** A canonical 44-byte header for 16-bit PCM at 8 kHz (what `uuid_record` writes: 24044 bytes for 1.5 s, 12-). */
export function wavHeader(dataBytes: number, channels: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000 * 2 * channels, 28);
  header.writeUInt16LE(2 * channels, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** Files on disk; durations are remembered by path, size and time of change. */
export function createMediaFiles(): MediaFiles {
  const known = new Map<string, { readonly stamp: string; readonly ms: number | undefined }>();
  return {
    durationMs: (path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile()) return undefined;
      const stamp = `${stat.size}:${stat.mtimeMs}`;
      const hit = known.get(path);
      if (hit?.stamp === stamp) return hit.ms;
      const file = openSync(path, 'r');
      const buffer = Buffer.alloc(Math.min(headerBytes, stat.size));
      readSync(file, buffer, 0, buffer.length, 0);
      closeSync(file);
      const ms = wavDurationMs(buffer, stat.size);
      known.set(path, { stamp, ms });
      return ms;
    },
    write: (path, pcm, channels, makeFolder) => {
      try {
        if (makeFolder) mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, Buffer.concat([wavHeader(pcm.length, channels), pcm]));
        return 44 + pcm.length;
      } catch {
        return 0;
      }
    },
  };
}
