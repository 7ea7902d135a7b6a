import type { system as korean } from '../ko/system.ts';
import type { TextsLike } from '../texts.ts';

export const system: TextsLike<typeof korean> = {
  title: 'System',
};
