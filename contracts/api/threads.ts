import { z } from 'zod';
import { FreeText } from './free-text.ts';
import { Instant, PageLimit } from './instants.ts';

/** One conversation by text: a number of ours and one other (MO-11). `id` is opaque; the other number is masked. */
export const ThreadView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    ours: z.string(),
    other: z.string(),
    lastText: z.string(),
    lastAt: Instant,
    lastDirection: z.enum(['in', 'out']),
    unread: z.number().int(),
  })
  .meta({ id: 'TextThread' });
export type ThreadView = z.infer<typeof ThreadView>;
export const ThreadListQuery = z.strictObject({ cursor: z.string().max(120).optional(), limit: PageLimit });
export const ThreadListView = z
  .strictObject({ threads: z.array(ThreadView), next: z.string().nullable() })
  .meta({ id: 'TextThreadList' });
export type ThreadListView = z.infer<typeof ThreadListView>;

export const ThreadEntryView = z
  .strictObject({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    subject: z.string().nullable(),
    text: z.string(),
    state: z.string().nullable().meta({ description: 'Of a text that we sent' }),
    at: Instant,
  })
  .meta({ id: 'TextThreadEntry' });
export const ThreadDetailView = z
  .strictObject({ ...ThreadView.shape, entries: z.array(ThreadEntryView) })
  .meta({ id: 'TextThreadDetail' });
export type ThreadDetailView = z.infer<typeof ThreadDetailView>;
export const ThreadParams = z.strictObject({ id: z.uuid() });
/** Answers in the thread, from our number to the other; the key makes a double click one text. */
export const ThreadReply = z
  .strictObject({ key: FreeText(100).min(8), text: FreeText(2_000).min(1) })
  .meta({ id: 'TextThreadReply' });
