import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { BENCH_THREE_MENUS, SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';
import type { DemoNumber } from './publish-demo.ts';

/** What a fresh installation answers. 070-0000 is a range that no carrier gives out. */
export const MAIN_LINE = '07000000001';
export const PIN_LINE = '07000000002';
export const THREE_MENUS = '07000000003';
/** The main line as shipped: outside its office hours it says so and ends. */
export const OFFICE_LINE = '07000000004';

/** Extension of the simulator's one colleague, who answers. */
export const COLLEAGUE = '1001';

const ALL_DAY = { work: { from: '00:00', to: '24:00' } } as const;
const EVERY_DAY = {
  sun: ALL_DAY,
  mon: ALL_DAY,
  tue: ALL_DAY,
  wed: ALL_DAY,
  thu: ALL_DAY,
  fri: ALL_DAY,
  sat: ALL_DAY,
};

/** The same scenario without a closing time: who tries it in the evening shall hear its menu. */
export function openAllDay(draft: ScenarioDraft, name: string): ScenarioDraft {
  const calendars = Object.entries(draft.calendars ?? {}).map(([id, calendar]) => [
    id,
    { ...calendar, weekly: EVERY_DAY, holidays: [] },
  ]);
  return { ...draft, name, calendars: Object.fromEntries(calendars) };
}

export const DEMO_NUMBERS: readonly DemoNumber[] = [
  { digits: MAIN_LINE, draft: openAllDay(SHIPPED_SCENARIOS['main-line'], '대표번호 (24시간)') },
  { digits: PIN_LINE, draft: SHIPPED_SCENARIOS['pin-line'] },
  { digits: THREE_MENUS, draft: BENCH_THREE_MENUS },
  { digits: OFFICE_LINE, draft: SHIPPED_SCENARIOS['main-line'] },
];
