import type { messages as korean } from '../ko/messages.ts';
import type { TextsLike } from '../texts.ts';

export const messages: TextsLike<typeof korean> = {
  title: 'Messages',
};
