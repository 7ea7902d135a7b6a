import { z } from 'zod';
import { Music } from '../music.ts';
import { VariableName } from '../names.ts';
import { Operand } from '../value.ts';
import { wired } from './wired.ts';

/** What text templates call their variables: Korean words too, so not the names of scenario variables. */
const TextVariable = z
  .string()
  .regex(/^[^\s.#{}]{1,40}$/, 'a name of 1 to 40 characters without blanks, . # { or }');

/**
 * Texts somebody while the call goes on (SM-08, SM-21): a text of its own or a template by its name or id. Left as soon
 * as the text stands in the ledger; what the carrier makes of it is the sent list's.
 */
export const SendMessageBlock = z
  .strictObject({
    type: z.literal('sendMessage'),
    ...wired,
    to: z.union([z.literal('caller'), z.strictObject({ variable: VariableName })]).default('caller'),
    text: z.string().min(1).max(2_000).optional(),
    template: z.string().trim().min(1).max(60).optional(),
    /** Values of the variables of text or template. */
    values: z
      .record(TextVariable, Operand)
      .refine((values) => Object.keys(values).length <= 40, 'at most 40 values')
      .default({}),
    /** Digits of a verified sender; absent: the company's main number. */
    sender: z
      .string()
      .regex(/^[0-9]{2,20}$/, 'digits of a sender number')
      .optional(),
  })
  .refine(
    ({ text, template }) => (text === undefined) !== (template === undefined),
    'give a text or a template, one of them',
  );

/** Into which variable what part of a JSON answer goes: `customer.grade`, `orders.0.state`. */
const Taken = z.strictObject({
  variable: VariableName,
  path: z.string().regex(/^[^.\s]{1,60}(\.[^.\s]{1,60}){0,7}$/, 'names joined by dots, at most 8'),
});

/**
 * Asks another system while the caller hears the filler. https only, and only hosts that the company has listed (S10).
 * `{name}` in the address is replaced by the variable, percent-encoded.
 */
export const HttpRequestBlock = z.strictObject({
  type: z.literal('httpRequest'),
  ...wired,
  method: z.enum(['GET', 'POST']).default('GET'),
  url: z
    .string()
    .max(500)
    .regex(
      /^https:\/\/[^\s{}"\\]+?(\/[^\s"\\]*)?$/,
      'an address that begins with https://, variables only after the host',
    ),
  /** Fields of the JSON body of a POST. */
  body: z
    .record(VariableName, Operand)
    .refine((body) => Object.keys(body).length <= 40, 'at most 40 fields')
    .default({}),
  timeoutMs: z.number().int().min(500).max(10_000).default(5_000),
  /** A POST is tried again only with the same `Idempotency-Key`. */
  retries: z.number().int().min(0).max(2).default(0),
  /** An answer to the same GET is good for this long. */
  cacheMs: z.number().int().min(0).max(86_400_000).default(0),
  take: z.array(Taken).max(20).default([]),
  filler: Music.default({ tone: 'silence' }),
});
