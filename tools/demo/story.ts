import type { CallDetailView } from '../../contracts/api/calls.ts';
import type { CallView } from '../../freeswitch/simulator/index.ts';
import type { Pressed } from './listener.ts';

/** One line a block: where the call was, what was pressed (masked where secret), how it left, and for how long. */
export function engineStory(call: CallDetailView): string[] {
  const lines = call.steps.map((step) => {
    const seconds =
      step.leftAt === null
        ? ''
        : `${((Date.parse(step.leftAt) - Date.parse(step.enteredAt)) / 1_000).toFixed(2)} s`;
    const pressed = step.digits === null ? '' : ` pressed ${step.digits}`;
    return `${step.block.padEnd(22)} ${step.blockType.padEnd(14)} → ${(step.outcome ?? '…').padEnd(14)}${seconds.padStart(9)}${pressed}`;
  });
  return [...lines, `outcome: ${call.result ?? '?'} / ${call.reason ?? '?'}`];
}

const PIECE_GAP_MS = 2;

type Turn = { from: string; ms: number };

/**
 * Turns as the caller feels them: the silence between a completed input or prompt and the next sound. Taken from the
 * switch's side (its own times), not from the engine's clock.
 */
export function turnTable(view: CallView, pressed: readonly Pressed[]): string[] {
  const turns: Turn[] = [];
  for (const [index, sound] of view.heard.entries()) {
    const next = view.heard[index + 1];
    if (next === undefined || sound.stoppedAt === undefined) continue;
    const key = pressed.filter(({ at }) => at >= sound.startedAt && at <= next.startedAt).at(-1);
    const from = key === undefined ? sound.stoppedAt : Math.max(key.at, sound.stoppedAt);
    // Pieces of one spoken list follow each other without us.
    if (key === undefined && next.startedAt - sound.stoppedAt <= PIECE_GAP_MS) continue;
    turns.push({
      from: key === undefined ? 'prompt ends' : 'last key',
      ms: Math.max(0, Math.round(next.startedAt - from)),
    });
  }
  const first = view.heard[0];
  const answer =
    first === undefined
      ? []
      : [`call arrives → first sound ${Math.round(first.startedAt - view.startedAt)} ms`];
  return [...answer, ...turns.map(({ from, ms }) => `${from.padEnd(11)} → next sound  ${ms} ms`)];
}
