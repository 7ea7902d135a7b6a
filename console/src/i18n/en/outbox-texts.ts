import type { outboxTexts as korean } from '../ko/outbox-texts.ts';
import type { TextsLike } from '../texts.ts';

export const outboxTexts: TextsLike<typeof korean> = {
  title: 'Kept texts',
  lead: 'Texts that were kept instead of sent, as phones would show them.',
  notSent:
    'Nothing here was sent. Without a provider all texts are kept here. Set MESSAGE_PROVIDER and restart to send them.',
  list: 'Kept texts',
  to: 'To',
  channel: { sms: 'SMS', lms: 'LMS', mms: 'MMS', alimtalk: 'Alimtalk' },
  emptyTitle: 'No text was kept',
  emptyHint: 'Send a text without a provider, and it stands here. The newest 200 are shown.',
};
