import type { Prompt } from '../../contracts/call/prompt.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { SimulationLine } from '../../contracts/scenario/simulation.ts';
import { DECISION_OF_CAUSE, type FarEvent } from './far-end.ts';
import { said } from './transcript.ts';

type Line = Pick<SimulationLine, 'kind' | 'text' | 'prompts'>;

/** What a verb means to people; `undefined` for what nobody notices. */
export function lineOfVerb(verb: Verb, catalog: PromptCatalog): Line | undefined {
  switch (verb.kind) {
    case 'play':
      return spoken('heard', verb.prompts, catalog);
    case 'collect':
      return spoken('asked', verb.prompts, catalog);
    case 'music':
      return spoken('music', [verb.prompt, ...(verb.more ?? [])], catalog);
    case 'callRecording':
      return did(`recording-${verb.action}`);
    case 'sendMessage':
      return did('text');
    case 'httpRequest':
      return did('http');
    case 'answer':
    case 'dial':
    case 'record':
    case 'bridge':
    case 'hangup':
      return did(verb.kind);
    default:
      return undefined;
  }
}

/** What happened, for people; `undefined` for what follows by itself. */
export function lineOfEvent(event: FarEvent, secret: boolean): Line | undefined {
  switch (event.type) {
    case 'collected':
      if (event.digits !== '') return line('pressed', secret ? '***' : event.digits);
      return line('happened', event.result === 'digits' ? 'noInput' : event.result);
    case 'played':
      return event.result === 'missing' ? line('happened', 'missing') : undefined;
    case 'recorded':
      return line('happened', event.result === 'failed' ? 'noRecording' : event.result);
    case 'leg':
      return lineOfLeg(event);
    case 'unbridged':
      return line('happened', 'talkOver');
    case 'hours':
      return line('happened', event.verdict);
    case 'messaged':
      return line('happened', event.result === 'failed' ? 'notTaken' : event.result);
    case 'scenarioFound':
      return line('happened', event.version === null ? 'scenarioMissing' : 'scenarioFound');
    case 'fetched':
      return line('happened', `http-${event.result}`);
    case 'deadline':
      return event.deadline === 'wait' || event.deadline === 'call-limit'
        ? line('happened', event.deadline)
        : undefined;
    case 'hungUp':
      return line('happened', 'hangup');
    case 'mediaLost':
      return line('happened', 'mediaLost');
    case 'commanded':
      return line('happened', 'command');
    default:
      return undefined;
  }
}

/** What a tag or log block noted, or the engine did by itself. */
export function lineOfStep(record: StepRecord): Line | undefined {
  if (record.note !== undefined) return line('note', record.note);
  return record.blockType === 'engine' ? line('note', record.outcome ?? '') : undefined;
}

function lineOfLeg({ state, cause }: Extract<FarEvent, { type: 'leg' }>): Line | undefined {
  if (state === 'answered') return line('happened', 'answers');
  // The end of a talk is told by the caller's own channel.
  if (state === 'ringing' || cause === undefined) return undefined;
  return line('happened', DECISION_OF_CAUSE.get(cause) ?? 'failed');
}

const line = (kind: Line['kind'], text: string): Line => ({ kind, text, prompts: [] });
const did = (text: string): Line => line('did', text);

function spoken(kind: 'heard' | 'asked' | 'music', prompts: readonly Prompt[], catalog: PromptCatalog): Line {
  const files = prompts.flatMap((prompt) => (prompt.kind === 'file' ? [prompt.path] : []));
  return { kind, text: said(prompts, catalog), prompts: files };
}
