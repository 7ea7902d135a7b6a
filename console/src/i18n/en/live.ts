import type { live as korean } from '../ko/live.ts';
import type { TextsLike } from '../texts.ts';

export const live: TextsLike<typeof korean> = {
  title: 'Live calls',
  subtitle: 'Calls in progress, shown as they move.',
  label: 'Calls in progress',
  count: 'Calls: {{count}}',
  hint: 'Up and down arrows move, Enter opens',
  number: 'Number',
  caller: 'Caller',
  scenario: 'Scenario',
  block: 'Block',
  inBlock: 'In block',
  inCall: 'In call',
  fresh: 'New',
  ended: 'Ended',
  starting: 'Starting',
  notAnswered: 'Not answered',
  loading: 'Loading live calls.',
  emptyTitle: 'No call in progress',
  emptyHint: 'Dial the demo number on the browser phone: the call shows here.',
  emptyPlain: 'A call shows here as soon as it arrives.',
  toPhone: 'Go to the browser phone',
  frozen: 'As of {{at}}; it may be different now.',
  unknownNow: 'What calls there are now is not known',
};
