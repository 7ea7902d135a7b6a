import { createVirtualClock, type VirtualClock } from '../clock/virtual-clock.ts';
import { createDialplan } from '../core/dialplan.ts';
import type { PhoneCall } from '../phones/phone-call.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator.ts';
import { createFrameReader, type EventHeaders, type Frame, header } from './frames.ts';

/** A simulator on a virtual clock with one event-socket session, without TCP: for tests that count milliseconds. */
export type Rig = {
  readonly sim: Simulator;
  readonly clock: VirtualClock;
  readonly frames: readonly Frame[];
  readonly events: () => readonly EventHeaders[];
  /** `NAME` of every event of a channel, CHANNEL_STATE left out. */
  readonly names: (uuid: string) => readonly string[];
  /** The last event of this name. */
  readonly last: (name: string) => EventHeaders | undefined;
  /** Writes a command; the reply is there at once unless the command takes its time. */
  readonly send: (command: string) => string;
  readonly execute: (
    uuid: string,
    app: string,
    data?: string,
    options?: { id?: string; lock?: boolean },
  ) => void;
  /** A call that has been parked and answered. */
  readonly answered: (caller?: string) => PhoneCall;
};

/** Creates a rig; `dead man` off, prompts by table, events delivered at once unless told otherwise. */
export function createRig(options: Partial<SimulatorOptions> = {}): Rig {
  const clock = createVirtualClock();
  const sim = createSimulator({
    password: 'pw',
    clock,
    eventPollMs: 0,
    dialplan: createDialplan({ deadManSeconds: 0 }),
    promptDurations: { '/p/short.wav': 200, '/p/menu.wav': 3000 },
    files: { durationMs: () => undefined, write: (_path, pcm) => 44 + pcm.length },
    ...options,
  });
  const frames: Frame[] = [];
  const session = sim.attach(createFrameReader((frame) => frames.push(frame)));
  const events = (): readonly EventHeaders[] => frames.flatMap((frame) => (frame.event ? [frame.event] : []));
  const send = (command: string): string => {
    const before = frames.length;
    session.receive(Buffer.from(command.includes('\n\n') ? command : `${command}\n\n`));
    return frames.slice(before).find((frame) => frame.event === undefined)?.text ?? '';
  };
  send('auth pw');
  send('event json ALL');

  const execute: Rig['execute'] = (uuid, app, data, { id, lock } = {}) => {
    const head = [`sendmsg ${uuid}`, 'call-command: execute', `execute-app-name: ${app}`];
    if (id) head.push(`Event-UUID: ${id}`);
    if (lock) head.push('event-lock: true');
    if (data !== undefined) head.push(`content-length: ${Buffer.byteLength(data)}`);
    send(`${head.join('\n')}\n\n${data ?? ''}`);
  };
  return {
    sim,
    clock,
    frames,
    events,
    send,
    execute,
    names: (uuid) =>
      events()
        .filter((event) => header(event, 'Unique-ID') === uuid)
        .map((event) => header(event, 'Event-Name'))
        .filter((name) => name !== 'CHANNEL_STATE'),
    last: (name) => events().findLast((event) => header(event, 'Event-Name') === name),
    answered: (caller = '07012345678') => {
      const call = sim.phone({ number: caller }).call('15880000');
      clock.advance(20);
      execute(call.uuid, 'answer', undefined, { id: 'answer' });
      clock.advance(40);
      return call;
    },
  };
}
