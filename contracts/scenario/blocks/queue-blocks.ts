import { z } from 'zod';
import { Music } from '../music.ts';
import { PromptItems } from '../prompt-item.ts';
import { ShownText } from '../shown-text.ts';
import { wired } from './wired.ts';

/**
 * Blocks whose engines are not there yet. They can be drawn, checked and tried; a call leaves them by `unavailable`.
 */
const Name = ShownText(40).trim().min(1);

export const EnqueueBlock = z.strictObject({
  type: z.literal('enqueue'),
  ...wired,
  queue: Name,
  priority: z.number().int().min(0).max(9).default(5),
  maxWaitMs: z.number().int().min(10_000).max(3_600_000).default(600_000),
  music: Music.default({ tone: 'ringback' }),
});

export const OfferCallbackBlock = z.strictObject({
  type: z.literal('offerCallback'),
  ...wired,
  queue: Name,
  prompts: PromptItems,
});

export const JoinConferenceBlock = z.strictObject({
  type: z.literal('joinConference'),
  ...wired,
  room: Name,
  role: z.enum(['host', 'speaker', 'listener']).default('speaker'),
});
