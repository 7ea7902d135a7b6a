import type { RequestHandler } from 'express';
import {
  PromptAudioQuery,
  PromptFileParams,
  PromptParams,
  type PromptStoredView,
  PromptUploadQuery,
  SpeakOrder,
  type SpeechView,
  type VoiceListView,
} from '../../contracts/api/prompts.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { AUDIO_LIMITS } from '../../contracts/prompt/audio-limits.ts';
import { isOwnPromptPath } from '../../contracts/prompt/prompt-path.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { sendOwnPrompt, sendShippedPrompt } from '../phone/prompt-file.ts';
import { readBody } from '../phone/read-body.ts';
import { foundPrompt, type PromptParts } from './prompt-handlers.ts';
import { toPromptView } from './prompt-view.ts';
import { audioRefusal, speechRefusal } from './sound-refusal.ts';

/** `PUT /api/v1/prompts/:id/files/:language`: a sound file as the body. What it is, its content says. */
export const putPromptFile =
  ({ repositories, workshop }: PromptParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id, language } = PromptFileParams.parse(request.params);
    const { source, text } = PromptUploadQuery.parse(request.query);
    const { tenant, files } = foundPrompt(await repositories.prompts.read(actor, id));
    const body = await readBody(request, AUDIO_LIMITS.bytes).catch((error: unknown) => {
      if (error instanceof CallwrightError && error.code === 'request/too-large')
        throw audioRefusal('too-large');
      throw error;
    });
    const taken = await workshop.take(body);
    if (!taken.ok) throw audioRefusal(taken.problem);
    // Another recording of the same words, unless it says others.
    const words = text === '' ? (files.find((file) => file.language === language)?.text ?? '') : text;
    const { sound, warnings } = taken;
    await repositories.promptFiles.add(actor, {
      tenant,
      prompt: id,
      language,
      sound,
      text: words,
      source,
      voice: null,
    });
    const prompt = toPromptView(foundPrompt(await repositories.prompts.read(actor, id)));
    render(request, response, 'storedPrompt', { prompt, warnings: [...warnings] } satisfies PromptStoredView);
  };

/** `POST /api/v1/prompts/:id/speak`: speech as the file of a prompt. */
export const speakPrompt =
  ({ repositories, workshop }: PromptParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = PromptParams.parse(request.params);
    const { language, text, voice: wanted } = SpeakOrder.parse(request.body);
    const { tenant } = foundPrompt(await repositories.prompts.read(actor, id));
    const spoken = await workshop.speak({ tenant, language, text, voice: wanted });
    if (!spoken.ok) throw speechRefusal(spoken.problem);
    const { sound, voice } = spoken;
    const file = { tenant, prompt: id, language, sound, text, source: 'tts', voice } as const;
    await repositories.promptFiles.add(actor, file);
    const prompt = toPromptView(foundPrompt(await repositories.prompts.read(actor, id)));
    render(request, response, 'storedPrompt', { prompt, warnings: [] } satisfies PromptStoredView);
  };

/** `POST /api/v1/speech`: speech of a text that stands in a block. */
export const speakText =
  ({ repositories, workshop }: PromptParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { language, text, voice: wanted } = SpeakOrder.parse(request.body);
    const tenant = ownTenant(actor);
    const spoken = await workshop.speak({ tenant, language, text, voice: wanted });
    if (!spoken.ok) throw speechRefusal(spoken.problem);
    const { sound, voice, made } = spoken;
    const file = { tenant, prompt: null, language, sound, text, source: 'tts', voice } as const;
    const { path, ms } = await repositories.promptFiles.add(actor, file);
    render(request, response, 'speech', { path, ms, language, text, voice, made } satisfies SpeechView);
  };

/** `GET /api/v1/voices`. */
export const listVoices =
  ({ workshop }: PromptParts): RequestHandler =>
  (request, response) => {
    const { provider, voices } = workshop;
    render(request, response, 'voiceList', { provider, voices: [...voices] } satisfies VoiceListView);
  };

/** `GET /api/v1/prompt-audio?path=`: shipped or own. */
export const promptAudio =
  ({ repositories, prompts }: PromptParts): RequestHandler =>
  async (request, response, next) => {
    const { path } = PromptAudioQuery.parse(request.query);
    if (isOwnPromptPath(path)) await sendOwnPrompt(repositories.promptFiles, path, response);
    else sendShippedPrompt(prompts, path, response, next);
  };
