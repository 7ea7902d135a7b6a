import type { tenants as korean } from '../ko/tenants.ts';
import type { TextsLike } from '../texts.ts';

export const tenants: TextsLike<typeof korean> = {
  title: 'Companies',
};
