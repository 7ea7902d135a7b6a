import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { noteRecording } from '../engine/records.ts';
import { soundOf } from '../engine/sounds.ts';
import { type BlockDriver, completes, IGNORED, leave, STAY } from './driver.ts';

/** Says how it goes, beeps, records. The recording itself travels by the `recorded` event, not through here. */
export const leaveMessageDriver: BlockDriver<BlockOf<'leaveMessage'>> = {
  enter: (draft, block) => {
    const sound = soundOf(draft, block.beep ? [...block.prompts, { tone: 'beep' }] : block.prompts);
    if (sound === undefined) return;
    const verb = issue(draft, { kind: 'play', prompts: sound.prompts, expectMs: sound.ms });
    awaitVerb(draft, verb, 'play');
  },
  on: (draft, block, event) => {
    if (!completes(draft, event)) return IGNORED;
    const awaited = draft.state.awaiting?.kind;
    if (awaited === 'play' && (event.type === 'played' || event.type === 'idle')) {
      record(draft, block);
      return STAY;
    }
    if (awaited !== 'record') return IGNORED;
    if (event.type === 'idle') return leave('failed');
    if (event.type !== 'recorded') return IGNORED;
    if (event.result === 'recorded') {
      draft.state.reached.messageLeft = true;
      noteRecording(draft, event.file);
    }
    return leave(event.result);
  },
};

function record(draft: Draft, block: BlockOf<'leaveMessage'>): void {
  const { maxMs, silenceMs, terminators } = block;
  const verb = issue(draft, { kind: 'record', maxMs, silenceMs, terminators, expectMs: maxMs });
  awaitVerb(draft, verb, 'record');
}
