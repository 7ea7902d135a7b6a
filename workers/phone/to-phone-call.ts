import type { PhoneCall, PhoneSound } from '../../api/phone/phone-port.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';

type Heard = CallView['heard'][number];

/** How long something else was heard instead, until `until`: then the sound stood still. */
function pausedMs({ interruptedAt, resumedAt }: Heard, until: number): number {
  return interruptedAt.reduce((sum, from, index) => sum + (resumedAt[index] ?? until) - from, 0);
}

function toSound(heard: Heard, at: number, shift: number, promptsDir: string): PhoneSound {
  const { kind, source, startedAt, leadMs = 0, completed } = heard;
  const inFolder = kind === 'file' && source.startsWith(`${promptsDir}/`);
  return {
    kind,
    source,
    prompt: inFolder ? source.slice(promptsDir.length + 1) : undefined,
    startedAt: startedAt + leadMs + pausedMs(heard, at) + shift,
    completed,
  };
}

/**
 * A call of the simulator as the api tells it at `now`. The simulator's clock does not follow corrections of the
 * system's: its times are shifted by the difference, as of this view.
 */
export function toPhoneCall(view: CallView, promptsDir: string, now: number): PhoneCall {
  const shift = now - view.at;
  const over = view.state === 'ended' || view.state === 'lost';
  const heard = over ? undefined : view.heard.findLast((sound) => sound.stoppedAt === undefined);
  return {
    id: view.uuid,
    line: view.number,
    peer: view.peer,
    direction: view.direction === 'to-switch' ? 'out' : 'in',
    state: view.state,
    startedAt: view.startedAt + shift,
    answeredAt: view.answeredAt === undefined ? undefined : view.answeredAt + shift,
    endedAt: view.endedAt === undefined ? undefined : view.endedAt + shift,
    cause: view.cause,
    endedBy: view.endedBy,
    hears: heard === undefined ? undefined : toSound(heard, view.at, shift, promptsDir),
  };
}
