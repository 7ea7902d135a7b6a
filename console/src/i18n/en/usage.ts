import type { usage as korean } from '../ko/usage.ts';
import type { TextsLike } from '../texts.ts';

export const usage: TextsLike<typeof korean> = {
  title: 'Usage and prices',
};
