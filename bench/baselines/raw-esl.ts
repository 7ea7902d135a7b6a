import { fileURLToPath } from 'node:url';
import { NodeName } from '../../contracts/ids.ts';
import { DEFAULT_GATEWAYS } from '../../freeswitch/commands/index.ts';
import { createCommandConnection, createEventConnection, type EslEvent } from '../../freeswitch/esl/index.ts';
import { followSupervisor } from '../../workers/parts/follow-supervisor.ts';
import { RAW_ESL, RAW_ESL_METRONOME } from '../engine/numbers.ts';
import { firstNode } from '../site/switch-address.ts';
import { createRawMenu } from './raw-menu.ts';

// A process of its own, as the engine's are. RAW_ESL_NODE is `name=esl://:password@host:port`.

const { host, port, password } = firstNode(process.env['RAW_ESL_NODE'] ?? '');
const esl = createCommandConnection({ host, port, password });
const menu = createRawMenu({
  node: NodeName.parse('baseline'),
  esl,
  promptsDir:
    process.env['CALLWRIGHT_PROMPTS_DIR'] ?? fileURLToPath(new URL('../../prompts', import.meta.url)),
  recordingsDir: '/var/empty',
  gateways: DEFAULT_GATEWAYS,
});
const mine = new Set<string>();
const withMetronome = new Set<string>();

/** Without calls to its number the metronome rests, so the other number is measured without it. */
function onEvent(event: EslEvent): void {
  const { uuid = '', name } = event;
  const called = event.header('Caller-Destination-Number');
  if (name === 'CHANNEL_PARK' && (called === RAW_ESL.number || called === RAW_ESL_METRONOME.number)) {
    mine.add(uuid);
    if (called === RAW_ESL_METRONOME.number) withMetronome.add(uuid);
  }
  if (name === 'CHANNEL_HANGUP_COMPLETE') {
    mine.delete(uuid);
    withMetronome.delete(uuid);
  }
  events.setLive(withMetronome.size > 0);
  if (mine.has(uuid)) menu.take(event);
}

const events = createEventConnection({
  host,
  port,
  password,
  metronomeMs: Number(process.env['CALLWRIGHT_METRONOME_MS'] ?? 2),
  events: ['CHANNEL_PARK', 'CHANNEL_EXECUTE_COMPLETE', 'CHANNEL_HANGUP_COMPLETE'],
  onEvent,
  onConnected: () => ready(),
});
const { ready } = followSupervisor(async () => {
  events.close();
  esl.close();
});
