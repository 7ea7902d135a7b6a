/** What a RIFF/WAVE header says; `undefined` where the bytes are no PCM WAV file. */
export type WavFormat = { channels: number; sampleRate: number; bits: number; ms: number };

/** Reads format and length from a WAV file's chunks; nothing is decoded. */
export function wavFormat(bytes: Uint8Array): WavFormat | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 44 || text(view, 0) !== 'RIFF' || text(view, 8) !== 'WAVE') return undefined;
  let format: Omit<WavFormat, 'ms'> | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (text(view, at) === 'fmt ') {
      format = {
        channels: view.getUint16(at + 10, true),
        sampleRate: view.getUint32(at + 12, true),
        bits: view.getUint16(at + 22, true),
      };
    }
    if (text(view, at) === 'data' && format !== undefined) {
      const bytesPerMs = (format.sampleRate * format.channels * format.bits) / 8_000;
      return { ...format, ms: Math.ceil(size / bytesPerMs) };
    }
    // Chunks are padded to an even length.
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
