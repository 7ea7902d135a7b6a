import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { mainLine } from './main-line.ts';
import { pinLine } from './pin-line.ts';

/** Scenarios that every installation has, by key. */
export const SHIPPED_SCENARIOS: Record<'main-line' | 'pin-line', ScenarioDraft> = {
  'main-line': mainLine,
  'pin-line': pinLine,
};

export { benchThreeMenus as BENCH_THREE_MENUS } from '../testing/three-menus.ts';
