import type { audit as korean } from '../ko/audit.ts';
import type { TextsLike } from '../texts.ts';

export const audit: TextsLike<typeof korean> = {
  title: 'Audit log',
};
