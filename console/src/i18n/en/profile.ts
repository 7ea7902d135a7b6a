import type { profile as korean } from '../ko/profile.ts';
import type { TextsLike } from '../texts.ts';

export const profile: TextsLike<typeof korean> = {
  title: 'Profile',
};
