import type { httpHosts as korean } from '../ko/http-hosts.ts';
import type { TextsLike } from '../texts.ts';

export const httpHosts: TextsLike<typeof korean> = {
  title: 'Other systems',
  lead: 'Blocks that ask another system reach only what stands here.',
  list: 'List of other systems',
  count: '{{total}} systems',
  add: 'Add a system',
  field: { host: 'Host', token: 'Token', createdAt: 'Added', remove: 'Delete' },
  hostHint: 'e.g. api.example.com (reached by https only)',
  tokenHint: 'Sent in the Authorization header. It cannot be seen again once it is saved.',
  tokenOptional: 'Token (optional)',
  hasToken: 'Yes',
  noToken: 'No',
  save: 'Add',
  taken: 'It is in the list already.',
  invalid: 'Check the host: the name of a public https server, no IP address and no internal name.',
  removeOf: 'Delete {{host}}',
  removeTitle: 'Delete “{{host}}”?',
  removeWords: 'From the next call on, blocks that ask it leave by “refused”.',
  remove: 'Delete',
  emptyTitle: 'No other systems yet',
  emptyHint: 'To look up orders or customers, add the host of that system first.',
};
