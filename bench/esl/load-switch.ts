import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type Peer, startFakeSwitch, usualAnswer } from '../../freeswitch/esl/testing/fake-switch.ts';
import { apiResponse, event } from '../../freeswitch/esl/testing/switch-frames.ts';
import { sampleEventFrame } from './sample-event.ts';

// Runs as a child process, so that it and the client each have a core. Its parent gets the port.

const EVENTS_PER_WRITE = 20;
// Built once: the switch is to cost as little as possible beside the client under measurement.
const block = Buffer.concat(Array.from({ length: EVENTS_PER_WRITE }, (_, index) => sampleEventFrame(index)));

async function flood(socket: Socket, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += EVENTS_PER_WRITE) {
    if (!socket.write(block)) await once(socket, 'drain');
  }
}

const fake = await startFakeSwitch();

fake.answer = (command: string, peer: Peer): string | undefined => {
  fake.received.length = 0;
  peer.received.length = 0;
  const job = /^bgapi .*\nJob-UUID: (\S+)/.exec(command)?.[1];
  if (job !== undefined) {
    const done = event('BACKGROUND_JOB', { 'Core-UUID': fake.core, 'Job-UUID': job, _body: '+OK\n' });
    for (const listener of fake.listeners()) if (listener !== peer) listener.send(done);
    const reply = usualAnswer(command, fake.core);
    return peer.subscribed() ? reply + done : reply;
  }
  const events = /^api flood (\d+)/.exec(command)?.[1];
  if (events === undefined) return undefined;
  for (const listener of fake.listeners()) void flood(listener.socket, Number(events));
  return apiResponse('+OK\n');
};

process.send?.(fake.port);
process.on('disconnect', () => void fake.close());
