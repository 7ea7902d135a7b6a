import type { messageTemplates as korean } from '../ko/message-templates.ts';
import type { TextsLike } from '../texts.ts';

export const messageTemplates: TextsLike<typeof korean> = {
  title: 'Templates',
};
