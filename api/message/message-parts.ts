import type { MessageChannel, ProviderName } from '../../contracts/message/kinds.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Log } from '../http/log.ts';
import { type MessageStarter, NO_STARTER } from './message-starter.ts';

/** How this installation texts. */
export type MessageSetting = {
  readonly provider: ProviderName;
  /** False: texts are kept and shown, and go nowhere. */
  readonly delivers: boolean;
  readonly channels: readonly MessageChannel[];
  /** Where the provider reports to, as it has to be entered there; null where reports are not taken. */
  readonly reportAddress: string | null;
};

/** Where nothing is set: texts are kept. */
export const OUTBOX_ONLY: MessageSetting = {
  provider: 'outbox',
  delivers: false,
  channels: ['sms', 'lms', 'mms', 'alimtalk'],
  reportAddress: null,
};

/** What messages need of the composition root. */
export type TextingParts = { readonly setting: MessageSetting; readonly starter: MessageStarter };
export const NO_TEXTING: TextingParts = { setting: OUTBOX_ONLY, starter: NO_STARTER };

export type MessageParts = {
  repositories: Repositories;
  log: Log;
  texting?: TextingParts | undefined;
  clock?: (() => number) | undefined;
};

/** The same with what was left out. */
export const textingOf = ({ texting = NO_TEXTING }: Pick<MessageParts, 'texting'>): TextingParts => texting;
