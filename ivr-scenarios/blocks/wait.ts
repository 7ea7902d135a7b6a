import type { BlockOf } from '../../contracts/scenario/block.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import { setDeadline } from '../engine/deadlines.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { startMusic } from '../engine/music.ts';
import { calendarAsked } from './calendar-asked.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction, STAY } from './driver.ts';

/** Holds the caller with music for so long. */
export const waitDriver: BlockDriver<BlockOf<'wait'>> = {
  enter: (draft, { ms, music }) => hold(draft, music, draft.at + ms),
  on: (draft, _block, event) =>
    event.type === 'deadline' && event.deadline === 'wait' ? released(draft, 'done') : IGNORED,
};

/** Asks for the instant first; the engine has no clock of its own. */
export const waitUntilDriver: BlockDriver<BlockOf<'waitUntil'>> = {
  enter: ask,
  on: (draft, block, event) => {
    if (event.type === 'deadline' && event.deadline === 'wait') return released(draft, 'reached');
    if (draft.state.awaiting?.kind !== 'nextInstant' || !completes(draft, event)) return IGNORED;
    if (event.type === 'idle') {
      ask(draft, block);
      return STAY;
    }
    return event.type === 'instant' ? judged(draft, block, event.dueAt) : IGNORED;
  },
};

function ask(draft: Draft, { until }: BlockOf<'waitUntil'>): void {
  const asked = 'time' in until ? until : { opens: calendarAsked(draft, until.opens) };
  awaitVerb(draft, issue(draft, { kind: 'nextInstant', until: asked }), 'nextInstant');
}

function judged(draft: Draft, block: BlockOf<'waitUntil'>, dueAt: number | null): Reaction {
  if (dueAt === null || dueAt - draft.at > block.maxMs) return leave('tooLong');
  if (dueAt <= draft.at) return leave('reached');
  hold(draft, block.music, dueAt);
  return STAY;
}

function hold(draft: Draft, music: Music, until: number): void {
  awaitVerb(draft, startMusic(draft, music), 'music');
  setDeadline(draft, 'wait', until);
}

function released(draft: Draft, outcome: string): Reaction {
  issue(draft, { kind: 'stop' });
  return leave(outcome);
}
