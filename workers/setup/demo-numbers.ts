import { BENCH_THREE_MENUS, SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';
import type { DemoNumber } from './publish-demo.ts';

/** What a fresh installation answers. 070-0000 is a range that no carrier gives out. */
export const MAIN_LINE = '07000000001';
export const PIN_LINE = '07000000002';
export const THREE_MENUS = '07000000003';

export const DEMO_NUMBERS: readonly DemoNumber[] = [
  { digits: MAIN_LINE, draft: SHIPPED_SCENARIOS['main-line'] },
  { digits: PIN_LINE, draft: SHIPPED_SCENARIOS['pin-line'] },
  { digits: THREE_MENUS, draft: BENCH_THREE_MENUS },
];
