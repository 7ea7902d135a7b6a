import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AUDIO_LIMITS } from '../../../contracts/prompt/audio-limits.ts';
import { AUDIO_PROBLEMS, AUDIO_WARNINGS, type AudioProblem } from '../../../contracts/prompt/kinds.ts';
import type { ConvertedSound } from './convert-sound.ts';
import { createTurns } from './turns.ts';

export type ConvertVerdict = ({ ok: true } & ConvertedSound) | { ok: false; problem: AudioProblem };
/** Takes a file as it was uploaded. Never rejects for what is in it. */
export type ConvertFile = (file: Buffer) => Promise<ConvertVerdict>;

export type ConverterLimits = {
  /** Until the file was looked through, ms. */
  inspectMs: number;
  /** Then for each second of sound that it holds, ms. */
  perSecondMs: number;
  /** Memory that the process may write to, KB. V8 sets 512 MB of it aside for code at once, without using them. */
  memoryKb: number;
};

/** A machine that is busy decodes two seconds of sound in the time that one of them takes, at worst. */
export const LIMITS: ConverterLimits = { inspectMs: 2_000, perSecondMs: 25, memoryKb: 900_000 };
/** Conversions beside each other. */
const AT_ONCE = 2;
/** Bytes that may come back: the longest prompt at 16 kHz, and the lines before it. */
const MOST_BACK = (AUDIO_LIMITS.longestMs / 1_000) * 32_000 + 64_000;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const script = here('./convert-child.ts');
/** All that it may read: code. It may write nothing, start nothing, and knows no address and no secret. */
const READABLE = [here('./'), here('../../../contracts/'), here('../../../node_modules/')];

const Progress = z.object({ sound: z.number() });
const Verdict = z.union([
  z.object({ ok: z.literal(false), problem: z.enum(AUDIO_PROBLEMS) }),
  z.object({
    ok: z.literal(true),
    ms: z.number().int(),
    rate: z.union([z.literal(8_000), z.literal(16_000)]),
    warnings: z.array(z.enum(AUDIO_WARNINGS)),
    size: z.number().int(),
  }),
]);

/** Converts files in processes of their own, bounded in time, memory and output. */
export function createConverter(limits: ConverterLimits = LIMITS): ConvertFile {
  const inTurn = createTurns(AT_ONCE);
  return (file) => {
    if (file.length > AUDIO_LIMITS.bytes) return Promise.resolve({ ok: false, problem: 'too-large' });
    return inTurn(() => convertApart(file, limits));
  };
}

function convertApart(file: Buffer, limits: ConverterLimits): Promise<ConvertVerdict> {
  const child = spawn('/bin/sh', ['-c', 'ulimit -d "$0" 2>/dev/null; exec "$@"', ...commandOf(limits)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  });
  return new Promise((resolve) => {
    const out = collectVerdict();
    let timer = setTimeout(() => child.kill('SIGKILL'), limits.inspectMs);
    child.stdout.on('data', (piece: Buffer) => {
      const sound = out.take(piece);
      if (out.size() > MOST_BACK) child.kill('SIGKILL');
      if (sound === undefined) return;
      clearTimeout(timer);
      const ms = limits.inspectMs + (sound / 1_000) * limits.perSecondMs;
      timer = setTimeout(() => child.kill('SIGKILL'), ms);
    });
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.once('error', () => resolve({ ok: false, problem: 'too-much-work' }));
    child.once('close', () => {
      clearTimeout(timer);
      resolve(out.verdict());
    });
    child.stdin.end(file);
  });
}

const commandOf = ({ memoryKb }: ConverterLimits): string[] => [
  String(memoryKb),
  process.execPath,
  '--max-old-space-size=128',
  '--permission',
  ...READABLE.map((folder) => `--allow-fs-read=${folder}*`),
  '--no-warnings',
  script,
];

/** Reads the child's lines and what follows the last one. */
function collectVerdict(): {
  take(piece: Buffer): number | undefined;
  size(): number;
  verdict(): ConvertVerdict;
} {
  const pieces: Buffer[] = [];
  let size = 0;
  let looked = false;
  return {
    size: () => size,
    take(piece) {
      pieces.push(piece);
      size += piece.length;
      if (looked || !piece.includes(0x0a)) return undefined;
      looked = true;
      return Progress.safeParse(lineOf(Buffer.concat(pieces), 0).value).data?.sound;
    },
    verdict: () => readVerdict(Buffer.concat(pieces)),
  };
}

function readVerdict(all: Buffer): ConvertVerdict {
  const first = lineOf(all, 0);
  const last = Progress.safeParse(first.value).success ? lineOf(all, first.end) : first;
  const { data } = Verdict.safeParse(last.value);
  // Killed for its time or its memory: nothing came back.
  if (data === undefined) return { ok: false, problem: 'too-much-work' };
  if (!data.ok) return data;
  const { size, ...facts } = data;
  const wav = all.subarray(last.end);
  return wav.length === size ? { ...facts, wav } : { ok: false, problem: 'too-much-work' };
}

function lineOf(all: Buffer, from: number): { value: unknown; end: number } {
  const end = all.indexOf(0x0a, from);
  if (end === -1) return { value: undefined, end: all.length };
  return { value: JSON.parse(all.toString('utf8', from, end)), end: end + 1 };
}
