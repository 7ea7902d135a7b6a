import { readdirSync, readFileSync } from 'node:fs';
import { type Frame, header, toFrame } from '../../../freeswitch/simulator/testing/frames.ts';

/** One line of a recording. `at` = seconds since the connection was made. */
export type TranscriptLine =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'note'; readonly at: number; readonly text: string }
  | { readonly kind: 'sent'; readonly at: number; readonly bytes: string }
  | { readonly kind: 'frame'; readonly at: number; readonly frame: Frame }
  | { readonly kind: 'closed'; readonly at: number };

export type Transcript = { readonly name: string; readonly lines: readonly TranscriptLine[] };

const folder = new URL('../transcripts/', import.meta.url);

/** Folders were renamed after the recording, so the length of a body has to be counted again. */
function recount(sent: string): string {
  const end = sent.indexOf('\n\n');
  const bytes = Buffer.byteLength(sent.slice(end + 2));
  return bytes === 0 ? sent : sent.replace(/content-length: \d+/, `content-length: ${bytes}`);
}

function parseLine(text: string): TranscriptLine {
  const line = JSON.parse(text);
  if ('title' in line) return { kind: 'title', text: line.title };
  if ('note' in line) return { kind: 'note', at: line.at, text: line.note };
  if ('sent' in line) return { kind: 'sent', at: line.at, bytes: recount(line.sent) };
  if ('closed' in line) return { kind: 'closed', at: line.at };
  return { kind: 'frame', at: line.at, frame: toFrame(line.head, line.body ?? '') };
}

/** Every recording of a real switch that the repository has. */
export function readTranscripts(): readonly Transcript[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({
      name,
      lines: readFileSync(new URL(name, folder), 'utf8').trim().split('\n').map(parseLine),
    }));
}

/** The events of one kind in a recording, with their times. */
export function eventsNamed(transcript: Transcript, name: string): { at: number; frame: Frame }[] {
  return transcript.lines.flatMap((line) =>
    line.kind === 'frame' && header(line.frame.event, 'Event-Name') === name ? [line] : [],
  );
}

/** When the recording's connection was made, in ms since the epoch; 0 when no event tells. */
export function startOf({ lines }: Transcript): number {
  for (const line of lines) {
    if (line.kind !== 'frame') continue;
    const stamp = header(line.frame.event, 'Event-Date-Timestamp');
    if (stamp !== '') return Number(stamp) / 1000 - line.at * 1000;
  }
  return 0;
}
