import {
  createSimulator,
  createVirtualClock,
  type Dialplan,
  type MediaFiles,
  type PhoneCall,
} from '../../../freeswitch/simulator/index.ts';
import { createFrameReader, type Frame } from '../../../freeswitch/simulator/testing/frames.ts';
import { readStage } from './stage.ts';
import { startOf, type Transcript } from './transcript.ts';

/** The dialplan of the recorded switch: `park`, and for `dm…` the dead man's transfer. */
const recordedDialplan: Dialplan = ({ destination, context }) => {
  if (context === 'no_such_context') return undefined;
  if (destination === 'dmfallback') {
    return [
      { app: 'answer' },
      { app: 'playback', data: '/var/lib/callwright/beep.wav' },
      { app: 'hangup', data: 'NORMAL_TEMPORARY_FAILURE' },
    ];
  }
  const deadMan = { app: 'sched_transfer', data: '+3 dmfallback XML public' };
  return destination.startsWith('dm') ? [deadMan, { app: 'park' }] : [{ app: 'park' }];
};

const lengths: Readonly<Record<string, number>> = {
  '/var/lib/callwright/beep.wav': 200,
  '/var/lib/callwright/menu.wav': 4000,
};

/** The prompts of the recordings, without a disk. */
const recordedFiles: MediaFiles = {
  durationMs: (path) => lengths[path],
  write: (_path, pcm) => 44 + pcm.length,
};

/** A client wrote before it had seen what it answered; this much earlier the call must have come in. */
const pollSeconds = 0.022;

/**
 * Plays a recording's client against the simulator, on a virtual clock: the same bytes at the same times, the same
 * doings at the telephones. Returns every frame that the simulator wrote.
 */
export function replay(transcript: Transcript): readonly Frame[] {
  // Ring time-outs are compared in whole seconds, so the part of the second matters too.
  const clock = createVirtualClock(startOf(transcript));
  const start = clock.now();
  const sim = createSimulator({
    password: 'ClueCon',
    clock,
    dialplan: recordedDialplan,
    files: recordedFiles,
    gateways: [],
    lateNegotiation: true,
    globals: { domain: '192.0.2.2' },
  });
  const frames: Frame[] = [];
  const session = sim.attach(createFrameReader((frame) => frames.push(frame)));
  const calls = new Map<string, PhoneCall>();
  const stage = readStage(transcript);
  const at = (seconds: number, run: () => void): void => {
    clock.after(Math.max(0, start + seconds * 1000 - clock.now()), run);
  };

  for (const action of stage.actions) {
    if (action.do === 'call') {
      const { uuid, from, to } = action;
      at(action.at - pollSeconds, () => calls.set(uuid, sim.phones.place(from, to, { uuid })));
    } else {
      at(action.at, () =>
        (calls.get(action.uuid) ?? sim.phones.calls().find((c) => c.uuid === action.uuid))?.hangUp(),
      );
    }
  }
  let last = 0;
  for (const line of transcript.lines) {
    if (line.kind !== 'title') last = line.at;
    if (line.kind !== 'sent') continue;
    const dialled = /origination_uuid=([0-9a-f-]+).*?(?:\/|user\/)([^/@]+)@/.exec(line.bytes);
    at(line.at, () => {
      const behaviour = stage.behaviours.get(dialled?.[1] ?? '');
      if (dialled && behaviour) sim.phone({ number: dialled[2] ?? '', behaviour });
      session.receive(Buffer.from(line.bytes));
    });
  }
  clock.advance((last + 1) * 1000);
  session.end();
  return frames;
}
