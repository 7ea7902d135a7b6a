import type { Prompt } from '../../contracts/call/prompt.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import { type Draft, issue } from './draft.ts';

/** Begun again by the switch for as long as it takes. */
const SILENCE: Prompt = { kind: 'silence', ms: 60_000 };

/** Starts music that goes on until something else begins; returns the number of its verb. */
export function startMusic(draft: Draft, music: Music): number {
  const [prompt = SILENCE, ...more] = promptsOf(music);
  return issue(draft, { kind: 'music', prompt, ...(more.length > 0 ? { more } : {}) });
}

function promptsOf(music: Music): Prompt[] {
  if (typeof music === 'string') return [{ kind: 'file', path: music }];
  if ('files' in music) return music.files.map((path) => ({ kind: 'file', path }));
  if ('tone' in music && music.tone === 'ringback') return [{ kind: 'tone', name: music.tone }];
  return [];
}
