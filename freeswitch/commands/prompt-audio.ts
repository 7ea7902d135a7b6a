import { type Prompt, PromptPath, ToneSpec } from '../../contracts/call/prompt.ts';
import { unreachable } from '../../contracts/errors.ts';
import { absolutePath, milliseconds, refuse } from './argument.ts';

type ToneName = Extract<Prompt, { kind: 'tone' }>['name'];

/** TGML; Korean network tones: ring back 440 + 480 Hz 1 s on 2 s off, busy 480 + 620 Hz 0.5 s on 0.5 s off. */
const TONES: Record<ToneName, string> = {
  beep: '%(200,50,1000)',
  ringback: '%(1000,2000,440,480)',
  busy: '%(500,500,480,620)',
};

/**
 * TGML of a tone of one's own: numbers only, read again here because what reaches the switch is checked where it is
 * written. Repeats inside one stream by `loops`, as a gap between two streams would be heard.
 */
function tonesOf(tone: ToneSpec): string {
  const checked = ToneSpec.safeParse(tone);
  if (!checked.success) throw refuse('a tone', 'is outside what a telephone carries');
  const { hz, onMs, offMs, times } = checked.data;
  return `%(${[onMs, offMs, ...hz].join(',')});loops=${times}`;
}

function filePath(path: string, promptsDir: string): string {
  if (!PromptPath.safeParse(path).success)
    throw refuse('a prompt path', 'has characters that are not allowed');
  return `${absolutePath(promptsDir)}/${path}`;
}

function sourceOf(prompt: Prompt, promptsDir: string): string {
  switch (prompt.kind) {
    case 'file':
      return filePath(prompt.path, promptsDir);
    case 'silence':
      return `silence_stream://${milliseconds(prompt.ms)}`;
    case 'tone':
      return `tone_stream://${TONES[prompt.name]}`;
    case 'tones':
      return `tone_stream://${tonesOf(prompt.tone)}`;
    default:
      return unreachable(prompt);
  }
}

/**
 * Takes prompts and the folder they lie in, as the switch sees it; returns one playable source. A list goes as
 * `file_string://a!b!c`: it begins with 250 ms of silence (seen on 1.10.12: `next_file()` of mod_dptools gives the first
 * file that long), then one follows the other without a gap. The switch passes over a missing file in a list; alone it
 * is `FILE NOT FOUND`.
 */
export function audioOf(prompts: readonly Prompt[], promptsDir: string): string {
  const sources = prompts.map((prompt) => sourceOf(prompt, promptsDir));
  const [first] = sources;
  if (first === undefined) throw refuse('a list of prompts', 'is empty');
  return sources.length === 1 ? first : `file_string://${sources.join('!')}`;
}

/**
 * The same for prompts that go on until stopped; files and lists are repeated by the command's `loops` instead. In a list
 * nothing may be endless by itself: what follows it would never come.
 */
export function endlessAudioOf(prompts: readonly [Prompt, ...Prompt[]], promptsDir: string): string {
  const [prompt] = prompts;
  if (prompts.length > 1) return audioOf(prompts, promptsDir);
  if (prompt.kind === 'silence') return 'silence_stream://-1';
  const source = sourceOf(prompt, promptsDir);
  return prompt.kind === 'tone' ? `${source};loops=-1` : source;
}
