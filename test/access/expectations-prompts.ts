import { randomUUID } from 'node:crypto';
import type { Expected } from './expectations.ts';
import { ADMINS, PLATFORM, WATCHERS } from './who.ts';

const named = (): { name: string } => ({ name: `p-${randomUUID()}` });

/** Prompts and speech. This installation has no voice and no workshop: 422 says that the door was open. */
export const PROMPTS: Readonly<Record<string, Expected>> = {
  'get /api/v1/prompts': { may: WATCHERS, ok: 200 },
  // Without a name: 400 says that the door was open.
  'post /api/v1/prompts': { may: ADMINS, ok: 400, fill: { body: {} } },
  'patch /api/v1/prompts/:id': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.prompt() }, body: named() }),
  },
  'delete /api/v1/prompts/:id': {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.prompt() } }),
  },
  'get /api/v1/prompts/:id/uses': {
    may: WATCHERS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.prompt() } }),
  },
  'put /api/v1/prompts/:id/files/:language': {
    may: ADMINS,
    ok: 422,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.prompt(), language: 'ko' } }),
  },
  'post /api/v1/prompts/:id/speak': {
    may: ADMINS,
    ok: 422,
    everywhere: PLATFORM,
    row: async (company) => ({
      params: { id: await company.prompt() },
      body: { language: 'ko', text: '안녕하세요' },
    }),
  },
  // No calls in this installation: 503 says that the door was open.
  'post /api/v1/prompts/:id/record-call': {
    may: ADMINS,
    ok: 503,
    everywhere: PLATFORM,
    row: async (company) => ({
      params: { id: await company.prompt() },
      body: { extension: '1001', language: 'ko' },
    }),
  },
  'get /api/v1/prompts/:id/record-calls/:call': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: await company.promptRecording() }),
  },
  'post /api/v1/speech': { may: ADMINS, ok: 422, fill: { body: { language: 'ko', text: '안녕하세요' } } },
  'get /api/v1/voices': { may: WATCHERS, ok: 200 },
  // No shipped prompts in this installation.
  'get /api/v1/prompt-audio': { may: WATCHERS, ok: 404, fill: { query: 'path=ko/main/menu.wav' } },
};
