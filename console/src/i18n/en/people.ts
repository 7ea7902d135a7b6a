import type { people as korean } from '../ko/people.ts';
import type { TextsLike } from '../texts.ts';

export const people: TextsLike<typeof korean> = {
  title: 'People',
};
