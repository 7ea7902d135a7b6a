import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { mainLine } from './main-line.ts';

/** Scenarios that every installation has, by key. */
export const SHIPPED_SCENARIOS: Record<'main-line', ScenarioDraft> = {
  'main-line': mainLine,
};
