import { spawn, spawnSync } from 'node:child_process';
import type { Speech, SpeechOrder, SpeechProvider } from '../../contracts/prompt/speech.ts';

export type EspeakSetting = {
  /** Name or path of the program. */
  program?: string;
  timeoutMs?: number;
};

const PROGRAM = 'espeak-ng';
/** Names of its voices. */
const VOICES = { ko: 'ko', en: 'en-us' } as const;
const TIMEOUT_MS = 10_000;
/** Bytes of ten minutes at its 22.05 kHz. */
const MOST = 600 * 22_050 * 2;
/** Its WAV header says no length: it is written before there is one. */
const HEADER = 44;

/** True when the program is there and runs. */
export const hasEspeak = (program = PROGRAM): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 3_000, env: {} }).status === 0;

/** eSpeak NG as a process of its own (it is under the GPL; nothing of it is linked or shipped). */
export function createEspeak({
  program = PROGRAM,
  timeoutMs = TIMEOUT_MS,
}: EspeakSetting = {}): SpeechProvider {
  return {
    name: 'espeak',
    identity: 'espeak',
    voices: [
      { id: VOICES.ko, name: 'eSpeak 한국어', language: 'ko' },
      { id: VOICES.en, name: 'eSpeak English', language: 'en' },
    ],
    speak(order, signal) {
      if (VOICES[order.language] !== order.voice)
        return Promise.resolve({ ok: false, problem: 'no-such-voice' });
      return speakApart(program, order, signal, timeoutMs);
    },
  };
}

function speakApart(
  program: string,
  { text, voice }: SpeechOrder,
  signal: AbortSignal | undefined,
  timeoutMs: number,
): Promise<Speech> {
  const args = ['-v', voice, '-s', '155', '-b', '1', '--stdin', '--stdout'];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
  const kill = (): void => void child.kill('SIGKILL');
  const limit = setTimeout(kill, timeoutMs);
  signal?.addEventListener('abort', kill, { once: true });
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > MOST) kill();
      else pieces.push(piece);
    });
    child.stdin.on('error', () => undefined);
    child.once('error', () => resolve({ ok: false, problem: 'unavailable' }));
    child.once('close', (code) => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', kill);
      resolve(code === 0 ? heard(Buffer.concat(pieces)) : { ok: false, problem: 'unavailable' });
    });
    child.stdin.end(literal(text));
  });
}

/** `[[…]]` would be read as phonemes. */
const literal = (text: string): string => text.replaceAll('[[', '[ [');

function heard(wav: Buffer): Speech {
  if (wav.length <= HEADER + 2 || wav.toString('latin1', 0, 4) !== 'RIFF')
    return { ok: false, problem: 'nothing-to-say' };
  return { ok: true, pcm: wav.subarray(HEADER), rate: wav.readUInt32LE(24) };
}
