import type { apiKeys as korean } from '../ko/api-keys.ts';
import type { TextsLike } from '../texts.ts';

export const apiKeys: TextsLike<typeof korean> = {
  title: 'API keys',
};
