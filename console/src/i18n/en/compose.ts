import type { compose as korean } from '../ko/compose.ts';
import type { TextsLike } from '../texts.ts';

export const compose: TextsLike<typeof korean> = {
  title: 'New message',
};
