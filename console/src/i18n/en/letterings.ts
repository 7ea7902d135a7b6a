import type { letterings as korean } from '../ko/letterings.ts';
import type { TextsLike } from '../texts.ts';

export const letterings: TextsLike<typeof korean> = {
  title: 'Lettering',
  lead: 'The phrase that phones show when we call them.',
  list: 'Letterings',
  count: 'Phrases: {{total}}',
  field: {
    digits: 'Number',
    phrase: 'Phrase',
    carrier: 'Carrier',
    state: 'State',
    note: 'Note',
    requestedAt: 'Asked at',
    decidedAt: 'Decided at',
  },
  state: { requested: 'Asked for', active: 'Shown', rejected: 'Rejected', ended: 'Ended' },
  request: 'Ask for a phrase',
  digitsHint: 'A number of the company that calls come from.',
  phraseHint: 'e.g. the company’s name. Up to 40 letters.',
  carrierHint: 'Where the product was subscribed to.',
  manual: 'Carriers take this by hand. Whoever runs the installation enters here what the carrier said.',
  ask: 'Ask',
  asked: 'Asked for. The state changes when the carrier has registered it.',
  taken: 'This number has a phrase already.',
  wrong: 'Check number and phrase.',
  decision: { title: 'Result of the carrier', hint: 'Enter what the carrier said.' },
  final: 'This one is over. Ask for the phrase anew to use it again.',
  emptyTitle: 'There is no phrase yet',
  emptyHint: 'Ask for a phrase on a number of the company.',
};
