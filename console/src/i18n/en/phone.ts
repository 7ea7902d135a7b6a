import type { phone as korean } from '../ko/phone.ts';
import type { TextsLike } from '../texts.ts';

export const phone: TextsLike<typeof korean> = {
  title: 'Browser phone',
};
