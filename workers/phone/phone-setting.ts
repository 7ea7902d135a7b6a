import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PhoneSetting, PromptFiles } from '../../api/phone/phone-port.ts';
import { connectControl } from '../../freeswitch/simulator/control/index.ts';
import type { Environment, NodeAddress } from '../config.ts';
import { MAIN_LINE, PIN_LINE } from '../setup/demo-numbers.ts';
import { createSimulatedPhones } from './simulated-phones.ts';

const shippedPrompts = fileURLToPath(new URL('../../prompts', import.meta.url));
const Manifest = z.record(z.string(), z.object({ text: z.string() }));

const NUMBERS = [
  { number: MAIN_LINE, name: '대표번호' },
  { number: PIN_LINE, name: '비밀번호 확인' },
];

/** How this installation telephones: the simulator's phones while it has any, else what to enter in a real one. */
export function openPhones(
  environment: Pick<
    Environment,
    | 'SIMULATOR_CONTROL_PORT'
    | 'CALLWRIGHT_PHONE_DOMAIN'
    | 'CALLWRIGHT_PROMPTS_DIR'
    | 'CALLWRIGHT_SIP_IP'
    | 'CALLWRIGHT_PHONE_PORT'
  >,
  nodes: readonly Pick<NodeAddress, 'host'>[],
): { setting: PhoneSetting; close(): void } {
  const port = environment.SIMULATOR_CONTROL_PORT;
  if (port === 0) {
    const host = environment.CALLWRIGHT_SIP_IP ?? nodes[0]?.host ?? '127.0.0.1';
    const server = `${host}:${environment.CALLWRIGHT_PHONE_PORT}`;
    const domain = environment.CALLWRIGHT_PHONE_DOMAIN;
    return { setting: { kind: 'sip', server, transport: 'UDP / TCP', domain }, close: () => undefined };
  }
  const phones = createSimulatedPhones({
    connect: () => connectControl({ port }),
    promptsDir: environment.CALLWRIGHT_PROMPTS_DIR ?? shippedPrompts,
    now: Date.now,
  });
  return { setting: { kind: 'simulated', port: phones, numbers: NUMBERS }, close: phones.close };
}

/** The prompts in the repository, by their manifest. */
export function openPrompts(): PromptFiles {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(shippedPrompts, 'manifest.json'), 'utf8')));
  const prompts = new Map(Object.entries(manifest));
  return {
    folder: shippedPrompts,
    has: (path) => prompts.has(path),
    words: (path) => prompts.get(path)?.text,
  };
}
