import type { Prompt } from '../../contracts/call/prompt.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { FarEvent } from './far-end.ts';

/** One line for what a verb means to the caller; `undefined` for what he doesn't notice. */
export function heard(verb: Verb, catalog: PromptCatalog): string | undefined {
  switch (verb.kind) {
    case 'play':
      return `hears: ${said(verb.prompts, catalog)}`;
    case 'collect':
      return `asked: ${said(verb.prompts, catalog)}`;
    case 'music':
      return `music: ${said([verb.prompt], catalog)}`;
    case 'dial':
      return `dials: ${verb.target.kind} ${verb.target.digits}`;
    case 'record':
      return 'recording';
    case 'businessHours':
      return `asks calendar: ${typeof verb.calendar === 'string' ? verb.calendar : JSON.stringify(verb.calendar)}`;
    case 'sendMessage':
      return `text: ${verb.text ?? `template ${verb.template}`}`;
    default:
      return verb.kind;
  }
}

/** One line for what happened; `undefined` for what follows by itself. */
export function happened(event: FarEvent, secret: boolean): string | undefined {
  switch (event.type) {
    case 'collected':
      if (event.digits !== '') return `presses: ${secret ? '***' : event.digits}`;
      return event.result === 'missing' ? 'prompt is missing' : 'presses nothing';
    case 'played':
      return event.result === 'missing' ? 'prompt is missing' : undefined;
    case 'recorded':
      return `recorded: ${event.result}`;
    case 'leg':
      return event.state === 'ended'
        ? `leg ended${event.cause ? `: ${event.cause}` : ''}`
        : `leg ${event.state}`;
    case 'hours':
      return `calendar says: ${event.verdict}`;
    case 'messaged':
      return `text is ${event.result}`;
    case 'deadline':
      return undefined;
    case 'hungUp':
      return 'caller hangs up';
    case 'mediaLost':
      return 'media lost';
    default:
      return event.type;
  }
}

/** What a list of prompts says; what is no word stands in brackets. */
export function said(prompts: readonly Prompt[], catalog: PromptCatalog): string {
  return prompts.map((prompt) => word(prompt, catalog)).join(' ');
}

function word(prompt: Prompt, catalog: PromptCatalog): string {
  if (prompt.kind === 'tone') return `<${prompt.name}>`;
  if (prompt.kind === 'silence') return `<${prompt.ms} ms>`;
  if (prompt.kind === 'tones') return `<${prompt.tone.hz.join('+')} Hz>`;
  return catalog[prompt.path]?.text ?? `<${prompt.path}>`;
}
