import { z } from 'zod';
import { MESSAGE_CHANNELS } from '../message/kinds.ts';
import { Instant } from './instants.ts';

/** What provider `outbox` kept instead of sending it, as a phone would have shown it. */
export const OutboxTextView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    channel: z.enum(MESSAGE_CHANNELS),
    sender: z.string(),
    number: z.string().meta({ description: 'Masked' }),
    subject: z.string().nullable(),
    text: z.string(),
    image: z.string().nullable().meta({ description: 'Id of the image, see /message-images/{id}' }),
    at: Instant,
  })
  .meta({ id: 'OutboxText' });
export type OutboxTextView = z.infer<typeof OutboxTextView>;
export const OutboxTextListView = z
  .strictObject({ texts: z.array(OutboxTextView) })
  .meta({ id: 'OutboxTextList' });
export type OutboxTextListView = z.infer<typeof OutboxTextListView>;
