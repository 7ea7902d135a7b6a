import type { trunks as korean } from '../ko/trunks.ts';
import type { TextsLike } from '../texts.ts';

export const trunks: TextsLike<typeof korean> = {
  title: 'Trunks',
};
