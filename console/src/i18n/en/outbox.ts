import type { outbox as korean } from '../ko/outbox.ts';
import type { TextsLike } from '../texts.ts';

export const outbox: TextsLike<typeof korean> = {
  title: 'Outbox',
};
