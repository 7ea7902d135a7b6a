import type { threads as korean } from '../ko/threads.ts';
import type { TextsLike } from '../texts.ts';

export const threads: TextsLike<typeof korean> = {
  title: 'Conversations',
};
