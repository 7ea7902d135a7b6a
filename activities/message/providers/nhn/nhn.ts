import type { MessageProvider } from '../../../../contracts/message/provider.ts';
import { createApi } from './api.ts';
import { createLookup } from './lookup.ts';
import { createParseReport } from './report.ts';
import { createSend, SEND_WITHIN_MS } from './send.ts';
import type { NhnSetting } from './setting.ts';

/**
 * NHN Cloud: SMS v3.0 and KakaoTalk Bizmessage v2.3. NHN keeps the batch and our send's id as grouping keys, so that a
 * text whose hand-over ended in silence is searched for; only what a search does not find after ten minutes may be
 * handed over again.
 */
export function createNhn(setting: NhnSetting): MessageProvider {
  const now = setting.now ?? Date.now;
  const parts = { api: createApi(setting), requestMs: setting.requestMs, now };
  return {
    name: 'nhn',
    capabilities: {
      channels: [
        ...(setting.sms === undefined ? [] : (['sms', 'lms', 'mms'] as const)),
        ...(setting.alimtalk === undefined ? [] : (['alimtalk'] as const)),
      ],
      batch: 1_000,
      sendWithinMs: SEND_WITHIN_MS,
      pollMs: 60_000,
      // NHN itself gives an LMS up after 80 h.
      reportWithinMs: 82 * 3_600_000,
      reports: true,
      inbound: false,
    },
    send: createSend(parts),
    lookup: createLookup(parts),
    parseReport: createParseReport(setting.signature, now),
  };
}
