import type { ExecutionContext } from 'ava';
import { z } from 'zod';
import { isSigned, SIGNATURE_HEADER } from '../webhook/signature.ts';
import { type Answer, type Heard, localServer, type Reply, SILENCE_MS } from './local-server.ts';

export const GATEWAY_SECRET = 'a-secret-of-32-characters-or-more';

const Batch = z.object({
  batch: z.string(),
  messages: z.array(z.looseObject({ ref: z.string(), to: z.string() })),
});
const Refs = z.object({ refs: z.array(z.string()) });

export type GatewayModel = {
  setting: { url: string; secret: string; requestMs: number; now: () => number };
  faults: { path: string; when: 'before' | 'after'; answer: Answer }[];
  /** Texts that were sent, one entry each time. */
  sent: z.infer<typeof Batch>['messages'];
  /** What it says of a reference instead of accepting it. */
  says: Map<string, object>;
  heard: Heard[];
};

/** A gateway as docs/messages.md has it: it keeps references, and sends each once. */
export async function gatewayModel(t: ExecutionContext): Promise<GatewayModel> {
  const model: Omit<GatewayModel, 'setting' | 'heard'> = { faults: [], sent: [], says: new Map() };
  const { url, heard } = await localServer(t, (request) => answer(model, request));
  const now = (): number => Date.UTC(2026, 2, 1);
  const setting = { url: `${url}/base/`, secret: GATEWAY_SECRET, requestMs: SILENCE_MS, now };
  return { ...model, heard, setting };
}

type State = Omit<GatewayModel, 'setting' | 'heard'>;

function answer(model: State, { path, headers, body }: Heard): Answer {
  if (!isSigned(body, headers[SIGNATURE_HEADER.toLowerCase()], GATEWAY_SECRET))
    return { status: 401, json: { code: 'wrong-signature', reason: 'not signed with our secret' } };
  const fault = model.faults.find((one) => one.path === path);
  if (fault !== undefined) model.faults.splice(model.faults.indexOf(fault), 1);
  if (fault?.when === 'before') return fault.answer;
  const done = path === '/base/messages' ? take(model, body) : look(model, body);
  return fault?.answer ?? done;
}

function take({ sent, says }: State, body: string): Reply {
  const results = Batch.parse(JSON.parse(body)).messages.map((message) => {
    const said = says.get(message.ref);
    if (said !== undefined) return { ref: message.ref, ...said };
    if (!sent.some(({ ref }) => ref === message.ref)) sent.push(message);
    return { ref: message.ref, status: 'accepted', id: `id-${message.ref}` };
  });
  return { status: 200, json: { results } };
}

function look({ sent, says }: State, body: string): Reply {
  const results = Refs.parse(JSON.parse(body)).refs.map((ref) => {
    const known = sent.some((message) => message.ref === ref);
    return { ref, ...(says.get(ref) ?? { status: known ? 'accepted' : 'absent' }) };
  });
  return { status: 200, json: { results } };
}
