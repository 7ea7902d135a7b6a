import type { senders as korean } from '../ko/senders.ts';
import type { TextsLike } from '../texts.ts';

export const senders: TextsLike<typeof korean> = {
  title: 'Sender numbers',
};
