import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';

/** One conversation by text (MO-11); numbers whole, instants in ms. */
export type ThreadRow = {
  id: string;
  tenant: TenantId;
  ours: string;
  other: string;
  lastText: string;
  lastAt: number;
  lastDirection: 'in' | 'out';
  unread: number;
};

export type ThreadEntry = {
  id: string;
  direction: 'in' | 'out';
  subject: string | null;
  text: string;
  /** Outcome of the recipient, of a text that we sent. */
  state: string | null;
  at: number;
};

export type ThreadCursor = { lastAt: number; id: string };

export type TextThreads = {
  /** The one with the latest text first. */
  list(
    actor: Actor,
    page: { cursor?: ThreadCursor | undefined; limit: number },
  ): Promise<{ threads: ThreadRow[]; next: ThreadCursor | null }>;
  get(actor: Actor, id: string): Promise<ThreadRow | undefined>;
  /** The latest 500 entries, oldest first. */
  entries(actor: Actor, thread: ThreadRow): Promise<ThreadEntry[]>;
  /** Marks what came in as read; returns how many were not. */
  markRead(actor: Actor, id: string): Promise<number>;
};
