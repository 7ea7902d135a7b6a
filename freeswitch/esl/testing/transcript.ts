import { readFileSync } from 'node:fs';

export type TranscriptFrame = { readonly head: string; readonly body: string };
export type Transcript = { readonly fromSwitch: TranscriptFrame[]; readonly fromClient: string[] };

type Line = { from?: string; head?: string; body?: string; sent?: string };

// Addresses in recorded events were replaced, so the recorded length no longer fits.
function withLength(head: string, body: string): string {
  return head.replace(/^Content-Length: \d+/m, `Content-Length: ${Buffer.byteLength(body)}`);
}

/** Reads a recorded conversation with a real switch by its file name. */
export function readTranscript(name: string): Transcript {
  const text = readFileSync(new URL(`transcripts/${name}`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const records = lines.map((line) => JSON.parse(line) as Line);
  return {
    fromSwitch: records.flatMap(({ from, head, body = '' }) =>
      from === 'switch' && head !== undefined ? [{ head: withLength(head, body), body }] : [],
    ),
    fromClient: records.flatMap(({ from, sent }) => (from === 'client' && sent !== undefined ? [sent] : [])),
  };
}

/** The bytes as the switch wrote them. */
export function transcriptBytes(transcript: Transcript): Buffer {
  return Buffer.from(transcript.fromSwitch.map(({ head, body }) => `${head}\n\n${body}`).join(''));
}
