import type { system as korean } from '../ko/system.ts';
import type { TextsLike } from '../texts.ts';

export const system: TextsLike<typeof korean> = {
  title: 'System',
  lead: 'How each part of the installation is, asked every 5 seconds.',
  checked: 'Looked at {{at}}',
  allWell: 'All is well.',
  someWrong: 'To be looked at: {{count}}',
  state: { ok: 'Well', degraded: 'Impaired', down: 'Down', off: 'Not used' },
  version: 'Version',
  lastSuccess: 'Last success',
  lastError: 'Last error',
  error: 'What it said',
  todo: 'What to do',
  never: 'None',
};
