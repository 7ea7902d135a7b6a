import type { numbers as korean } from '../ko/numbers.ts';
import type { TextsLike } from '../texts.ts';

export const numbers: TextsLike<typeof korean> = {
  title: 'Numbers',
};
