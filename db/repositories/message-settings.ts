import type { Actor } from '../../contracts/api/actor.ts';

export type MessageSettings = {
  allowRepresentative: boolean;
  adSenderName: string | null;
  optOutNumber: string | null;
};

export type MessageSettingsTable = {
  /** The company's settings, or the defaults. */
  read(actor: Actor, tenant: string): Promise<MessageSettings>;
  /** Changes what is given; recorded. */
  change(actor: Actor, tenant: string, change: Partial<MessageSettings>): Promise<MessageSettings>;
};
