import type { outboxTexts as korean } from '../ko/outbox-texts.ts';
import type { TextsLike } from '../texts.ts';

export const outboxTexts: TextsLike<typeof korean> = {
  title: 'Text outbox',
};
