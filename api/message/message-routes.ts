import {
  MessageDetailView,
  MessageListQuery,
  MessageListView,
  MessageOrder,
  MessageParams,
  MessagePreview,
  MessageSettingChange,
  MessageSettingView,
  RecipientListQuery,
  RecipientListView,
  ResendAnswer,
  ResendOrder,
} from '../../contracts/api/messages.ts';
import { OutboxTextListView } from '../../contracts/api/outbox-texts.ts';
import type { Route } from '../http/route.ts';
import { cancelMessage, resendMessage } from './change-message.ts';
import { getMessage, listRecipients } from './get-message.ts';
import { listMessages } from './list-messages.ts';
import type { MessageParts } from './message-parts.ts';
import { changeMessageSettings, getMessageSettings } from './message-settings.ts';
import { listOutboxTexts } from './outbox-texts.ts';
import { previewMessage, sendMessage } from './send-message.ts';

/** 10,000 recipients with a name and some variables each are 2 MB; Hangul written as `\uXXXX` triples it. */
const ORDER_BYTES = 8 * 1_024 * 1_024;

/** Texts to people: what would be sent, what was, what became of each. */
export const messageRoutes = (parts: MessageParts): readonly Route[] => [
  ...ordering(parts),
  ...looking(parts),
  {
    method: 'get',
    path: '/api/v1/message-settings',
    access: 'messages.read',
    describe: { summary: 'What this installation and the company can send', answer: MessageSettingView },
    handler: getMessageSettings(parts),
  },
  {
    method: 'patch',
    path: '/api/v1/message-settings',
    access: 'messages.manage',
    describe: {
      summary: 'Changes the company’s rules of sending',
      body: MessageSettingChange,
      answer: MessageSettingView,
    },
    handler: changeMessageSettings(parts),
  },
  {
    method: 'get',
    path: '/api/v1/outbox-texts',
    access: 'messages.manage',
    describe: { summary: 'The newest 200 texts that were kept instead of sent', answer: OutboxTextListView },
    handler: listOutboxTexts(parts),
  },
];

const ordering = (parts: MessageParts): readonly Route[] => [
  {
    method: 'post',
    path: '/api/v1/messages/preview',
    access: 'messages.send',
    jsonLimit: ORDER_BYTES,
    describe: {
      summary: 'What would be sent: problems, counts, sizes, cost; sends nothing',
      body: MessageOrder,
      answer: MessagePreview,
    },
    handler: previewMessage(parts),
  },
  {
    method: 'post',
    path: '/api/v1/messages',
    access: 'messages.send',
    jsonLimit: ORDER_BYTES,
    describe: {
      summary: 'Sends a text to up to 10,000 people, once per key',
      body: MessageOrder,
      answer: MessageDetailView,
    },
    handler: sendMessage(parts),
  },
  {
    method: 'post',
    path: '/api/v1/messages/:id/resend',
    access: 'messages.send',
    describe: {
      summary: 'Sends to the failed ones of this round again; the same round twice sends once',
      params: MessageParams,
      body: ResendOrder,
      answer: ResendAnswer,
    },
    handler: resendMessage(parts),
  },
  {
    method: 'post',
    path: '/api/v1/messages/:id/cancel',
    access: 'messages.send',
    describe: {
      summary: 'Calls a message off before its time',
      params: MessageParams,
      answer: MessageDetailView,
    },
    handler: cancelMessage(parts),
  },
];

const looking = (parts: MessageParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/messages',
    access: 'messages.read',
    describe: {
      summary: 'Messages, newest first; agents see their own',
      query: MessageListQuery,
      answer: MessageListView,
    },
    handler: listMessages(parts),
  },
  {
    method: 'get',
    path: '/api/v1/messages/:id',
    access: 'messages.read',
    describe: { summary: 'One message', params: MessageParams, answer: MessageDetailView },
    handler: getMessage(parts),
  },
  {
    method: 'get',
    path: '/api/v1/messages/:id/recipients',
    access: 'messages.read',
    describe: {
      summary: 'Who was texted, and what became of it',
      params: MessageParams,
      query: RecipientListQuery,
      answer: RecipientListView,
    },
    handler: listRecipients(parts),
  },
];
