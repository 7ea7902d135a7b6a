import type { tenants as korean } from '../ko/tenants.ts';
import type { TextsLike } from '../texts.ts';

export const tenants: TextsLike<typeof korean> = {
  title: 'Companies',
  lead: 'Each has people, numbers and calls of its own.',
  list: 'Companies',
  count: 'Companies: {{total}}',
  create: 'New company',
  name: 'Name of the company',
  id: 'Id',
  make: 'Make it',
  rename: 'Rename',
  renameOf: 'Rename {{name}}',
  save: 'Save',
  wrong: 'Check the name.',
  people: 'To invite people into it, choose the company on the page of people.',
  emptyTitle: 'There is no company yet',
  emptyHint: 'Make one, then invite its administrator.',
};
