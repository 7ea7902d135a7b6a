import type { MessageProvider } from '../../../../contracts/message/provider.ts';
import { createApi } from './api.ts';
import { createLookup } from './lookup.ts';
import { createParseReport } from './report.ts';
import { createSend, SEND_WITHIN_MS } from './send.ts';
import type { WebhookSetting } from './setting.ts';

/**
 * A gateway that a company builds itself, for any other provider: two requests of ours and one of its, all signed
 * (docs/messages.md). Never sending twice rests on its keeping our references.
 */
export function createWebhook(setting: WebhookSetting): MessageProvider {
  const now = setting.now ?? Date.now;
  const parts = { api: createApi(setting), requestMs: setting.requestMs, now };
  return {
    name: 'webhook',
    capabilities: {
      channels: ['sms', 'lms', 'mms', 'alimtalk'],
      batch: 100,
      sendWithinMs: SEND_WITHIN_MS,
      pollMs: 60_000,
      reportWithinMs: 73 * 3_600_000,
      reports: true,
      inbound: true,
    },
    send: createSend(parts),
    lookup: createLookup(parts),
    parseReport: createParseReport(setting.secret, now),
  };
}
