import type { STARTING_POINTS } from '../../contracts/api/scenarios.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { clinic } from './clinic.ts';
import { delivery } from './delivery.ts';
import { labelled } from './labelled.ts';
import { mainLine } from './main-line.ts';
import { pinLine } from './pin-line.ts';
import { reservation } from './reservation.ts';
import { survey } from './survey.ts';

/** Answers and hangs up: the least that a call can be. */
const blank: ScenarioDraft = {
  schema: 1,
  name: '새 시나리오',
  language: 'ko',
  entry: 'pickUp',
  blocks: labelled(
    { pickUp: { type: 'answer', next: { done: 'end' } }, end: { type: 'hangup' } },
    { pickUp: '전화 받기', end: '전화 끊기' },
  ),
};

/** Documents that a new scenario can begin with; texts without a file are for a voice to read. */
export const startingPoints: Readonly<Record<(typeof STARTING_POINTS)[number], ScenarioDraft>> = {
  blank,
  'main-line': mainLine,
  clinic,
  delivery,
  reservation,
  survey,
  'pin-line': pinLine,
};
