import {
  PromptAudioQuery,
  PromptChange,
  PromptDraft,
  PromptFileParams,
  PromptListView,
  PromptParams,
  PromptStoredView,
  PromptUploadQuery,
  PromptUsesView,
  PromptView,
  RecordCallOrder,
  RecordCallParams,
  RecordCallView,
  SpeakOrder,
  SpeechView,
  VoiceListView,
} from '../../contracts/api/prompts.ts';
import type { Route } from '../http/route.ts';
import {
  changePrompt,
  createPrompt,
  listPrompts,
  type PromptParts,
  promptUses,
  removePrompt,
} from './prompt-handlers.ts';
import { type RecordCallParts, showRecordCall, startRecordCall } from './record-call.ts';
import { listVoices, promptAudio, putPromptFile, speakPrompt, speakText } from './sound-handlers.ts';

const BASE = '/api/v1/prompts';

/** Prompts of a company, and speech (CTI-16). Mounted before the telephone's own `prompts/*path`. */
export const promptRoutes = (parts: PromptParts & RecordCallParts): readonly Route[] => [
  {
    method: 'get',
    path: BASE,
    access: 'scenarios.read',
    describe: { summary: 'Prompts with their files', answer: PromptListView },
    handler: listPrompts(parts),
  },
  {
    method: 'post',
    path: BASE,
    access: 'prompts.manage',
    describe: { summary: 'Names a prompt; its files come after', body: PromptDraft, answer: PromptView },
    handler: createPrompt(parts),
  },
  {
    method: 'patch',
    path: `${BASE}/:id`,
    access: 'prompts.manage',
    describe: {
      summary: 'Its name, or what its files say',
      params: PromptParams,
      body: PromptChange,
      answer: PromptView,
    },
    handler: changePrompt(parts),
  },
  {
    method: 'delete',
    path: `${BASE}/:id`,
    access: 'prompts.manage',
    describe: { summary: 'Deletes it, unless a scenario names it', params: PromptParams },
    handler: removePrompt(parts),
  },
  {
    method: 'get',
    path: `${BASE}/:id/uses`,
    access: 'scenarios.read',
    describe: { summary: 'Blocks that name it', params: PromptParams, answer: PromptUsesView },
    handler: promptUses(parts),
  },
  {
    method: 'put',
    path: `${BASE}/:id/files/:language`,
    access: 'prompts.manage',
    describe: {
      summary: 'Takes a sound file (WAV, MP3, OGG; 10 MB, 10 minutes) as its file in a language',
      params: PromptFileParams,
      query: PromptUploadQuery,
      answer: PromptStoredView,
    },
    raw: true,
    handler: putPromptFile(parts),
  },
  {
    method: 'post',
    path: `${BASE}/:id/speak`,
    access: 'prompts.manage',
    describe: {
      summary: 'Makes speech of a text as its file in a language',
      params: PromptParams,
      body: SpeakOrder,
      answer: PromptStoredView,
    },
    handler: speakPrompt(parts),
  },
  {
    method: 'post',
    path: `${BASE}/:id/record-call`,
    access: 'prompts.manage',
    describe: {
      summary: 'Rings an extension, which records the prompt',
      params: PromptParams,
      body: RecordCallOrder,
      answer: RecordCallView,
    },
    handler: startRecordCall(parts),
  },
  {
    method: 'get',
    path: `${BASE}/:id/record-calls/:call`,
    access: 'prompts.manage',
    describe: { summary: 'How far it is', params: RecordCallParams, answer: RecordCallView },
    handler: showRecordCall(parts),
  },
  {
    method: 'post',
    path: '/api/v1/speech',
    access: 'prompts.manage',
    describe: { summary: 'Makes speech of a text in a block, once', body: SpeakOrder, answer: SpeechView },
    handler: speakText(parts),
  },
  {
    method: 'get',
    path: '/api/v1/voices',
    access: 'scenarios.read',
    describe: { summary: 'Voices of this installation', answer: VoiceListView },
    handler: listVoices(parts),
  },
  {
    method: 'get',
    path: '/api/v1/prompt-audio',
    access: 'scenarios.read',
    describe: { summary: 'A shipped or own prompt', query: PromptAudioQuery, media: 'audio/wav' },
    handler: promptAudio(parts),
  },
];
