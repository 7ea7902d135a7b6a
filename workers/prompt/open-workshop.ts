import { openSpeech } from '../../activities/speech/open-speech.ts';
import type { PromptWorkshop } from '../../api/prompt/workshop.ts';
import type { Runtime } from '../roles/runtime.ts';
import { createConverter } from './convert/converter.ts';
import { createWorkshop } from './workshop.ts';

/** The workshop of this installation, as its environment says. */
export const openWorkshop = ({
  environment,
  tables,
}: Pick<Runtime, 'environment' | 'tables'>): PromptWorkshop =>
  createWorkshop({
    convert: createConverter(),
    speech: openSpeech(environment),
    promptFiles: tables.promptFiles,
    now: Date.now,
  });
