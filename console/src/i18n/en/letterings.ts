import type { letterings as korean } from '../ko/letterings.ts';
import type { TextsLike } from '../texts.ts';

export const letterings: TextsLike<typeof korean> = {
  title: 'Lettering',
};
