import type { threads as korean } from '../ko/threads.ts';
import type { TextsLike } from '../texts.ts';

export const threads: TextsLike<typeof korean> = {
  title: 'Conversations',
  lead: 'Texts to and from the numbers of the company.',
  list: 'Conversations',
  one: 'Conversation',
  entries: 'Texts',
  more: 'More',
  we: 'Sent',
  ours: 'Our number',
  choose: 'Choose a conversation at the left.',
  back: 'List',
  unread: 'Not read: {{count}}',
  direction: { in: 'Received', out: 'Sent' },
  state: {
    waiting: 'Queued',
    submitting: 'Sending',
    accepted: 'Sent',
    delivered: 'Delivered',
    failed: 'Failed',
    unknown: 'No report',
    cancelled: 'Called off',
    pending: 'Sending',
    excluded: 'Not sent',
  },
  reply: 'Answer',
  send: 'Send',
  refused: 'This cannot be sent. Check the sender number, opt-outs and the words.',
  emptyTitle: 'There is no text yet',
  emptyHint: 'What comes to a number that takes texts stands here.',
};
