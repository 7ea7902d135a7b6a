import type { MessageProvider } from '../../../../contracts/message/provider.ts';
import { createApi } from './api.ts';
import { openGroup } from './group.ts';
import { createLookup } from './lookup.ts';
import { parseReport } from './report.ts';
import { createSend, SEND_WITHIN_MS } from './send.ts';
import type { SolapiSetting } from './setting.ts';

/**
 * Solapi (Messages v4) by its groups: a group is opened, filled and sent once, so that a text whose hand-over ended in
 * silence is found by its group, and never sent a second time.
 */
export function createSolapi(setting: SolapiSetting): MessageProvider {
  const parts = { api: createApi(setting), requestMs: setting.requestMs, now: setting.now ?? Date.now };
  return {
    name: 'solapi',
    capabilities: {
      channels: ['sms', 'lms', 'mms', 'alimtalk'],
      // Solapi takes 10,000 at once; smaller groups are answered before the time is over.
      batch: 1_000,
      sendWithinMs: SEND_WITHIN_MS,
      pollMs: 60_000,
      // Carriers may report as late as 72 h.
      reportWithinMs: 73 * 3_600_000,
      reports: true,
      inbound: false,
    },
    prepare: openGroup(parts.api),
    send: createSend(parts),
    lookup: createLookup(parts),
    parseReport,
  };
}
