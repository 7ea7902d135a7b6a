import type { StartingPoint } from '../../api/scenario/workbench.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';

const BLANK: ScenarioDraft = {
  schema: 1,
  name: '새 시나리오',
  language: 'ko',
  entry: 'answer',
  blocks: {
    answer: { type: 'answer', next: { done: 'bye' } },
    bye: { type: 'hangup' },
  },
};

/** The document that a new scenario begins with. */
export const startingPoint = (point: StartingPoint): ScenarioDraft =>
  point === 'main-line' || point === 'pin-line' ? SHIPPED_SCENARIOS[point] : BLANK;
