import { z } from 'zod';

/**
 * Names inside a scenario. They become state keys, event names and parts of step records, so the alphabet is narrow:
 * no dot (a path in a statechart), no `@` (events of the engine), nothing that an object inherits.
 */
const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/;
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

const name = () =>
  z
    .string()
    .regex(NAME, 'use a letter, then letters, digits, - or _ (at most 40 characters)')
    .refine((value) => !INHERITED.has(value), 'this word is reserved: choose another name');

export const BlockId = name();
export type BlockId = z.infer<typeof BlockId>;

export const PartId = name();
export type PartId = z.infer<typeof PartId>;

export const OutcomeName = name();
export type OutcomeName = z.infer<typeof OutcomeName>;

export const VariableName = name();
export type VariableName = z.infer<typeof VariableName>;

export const CalendarName = name();
export type CalendarName = z.infer<typeof CalendarName>;

/** The part that a call begins in; sub-scenarios have names of their own. */
export const MAIN_PART = 'main';
