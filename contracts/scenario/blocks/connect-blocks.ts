import { z } from 'zod';
import { DialTarget } from '../../call/verb.ts';
import { DialDigits } from '../../ids.ts';
import { Music } from '../music.ts';
import { PromptItems } from '../prompt-item.ts';
import { wired } from './wired.ts';

const ringMs = z.number().int().min(5_000).max(120_000).default(25_000);
/** What the caller hears while it rings. */
const music = Music.default({ tone: 'ringback' });

/** Rings somebody, connects on answer, and goes on when the talk is over. */
export const ConnectBlock = z.strictObject({
  type: z.literal('connect'),
  ...wired,
  target: DialTarget,
  ringMs,
  music,
});

/**
 * Gives the caller away: when the talk is over, so is the call. `blind` connects on answer; `attended` tells who is asked
 * first (`announce`) and connects when he presses `acceptKey`.
 */
export const TransferBlock = z.discriminatedUnion('mode', [
  z.strictObject({
    type: z.literal('transfer'),
    mode: z.literal('blind'),
    ...wired,
    target: DialTarget,
    ringMs,
    music,
  }),
  z.strictObject({
    type: z.literal('transfer'),
    mode: z.literal('attended'),
    ...wired,
    target: DialTarget,
    ringMs,
    music,
    announce: PromptItems,
    acceptKey: z
      .string()
      .regex(/^[0-9*#]$/, 'one key')
      .default('1'),
  }),
]);

/** Goes over to another scenario of the company, in the version that is published now; its variables begin anew. */
export const ToScenarioBlock = z.strictObject({
  type: z.literal('toScenario'),
  ...wired,
  scenario: z.uuid(),
});

/** Number shown to whom the call dials from here on: one of the company's own (the law forbids any other). */
export const SetCallerIdBlock = z.strictObject({
  type: z.literal('setCallerId'),
  ...wired,
  number: z.union([z.literal('called'), DialDigits]),
});
