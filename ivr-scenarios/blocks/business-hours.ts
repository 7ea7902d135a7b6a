import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { calendarAsked } from './calendar-asked.ts';
import { type BlockDriver, completes, IGNORED, leave, STAY } from './driver.ts';

/** Asks for the verdict of a calendar; it comes back as an `hours` event, so the engine needs no clock. */
export const businessHoursDriver: BlockDriver<BlockOf<'businessHours'>> = {
  enter: ask,
  on: (draft, block, event) => {
    if ((event.type !== 'hours' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (event.type === 'hours') return leave(event.verdict);
    ask(draft, block);
    return STAY;
  },
};

function ask(draft: Draft, block: BlockOf<'businessHours'>): void {
  const calendar = calendarAsked(draft, block.calendar);
  awaitVerb(draft, issue(draft, { kind: 'businessHours', calendar }), 'businessHours');
}
