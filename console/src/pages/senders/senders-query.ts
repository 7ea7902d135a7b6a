import { queryOptions } from '@tanstack/react-query';
import type { MessageSettingView } from '../../../../contracts/api/messages.ts';
import type { SenderListView } from '../../../../contracts/api/senders.ts';
import { get } from '../../api/client.ts';

export const SENDERS = ['senders'] as const;

/** Sender numbers, those that were asked for too. */
export const sendersQuery = queryOptions({ queryKey: SENDERS, queryFn: get<SenderListView>('/senders') });

export const MESSAGE_SETTINGS = ['message-settings'] as const;

/** What this company may send from, and what its advertising says. */
export const messageSettingsQuery = queryOptions({
  queryKey: MESSAGE_SETTINGS,
  queryFn: get<MessageSettingView>('/message-settings'),
});
