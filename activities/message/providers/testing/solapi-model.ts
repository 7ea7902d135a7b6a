import { createHmac } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { z } from 'zod';
import { type Answer, type Heard, localServer, type Reply, SILENCE_MS } from './local-server.ts';

const KEY = 'NCS-KEY';
const SECRET = 'solapi-secret-of-the-model';

const Texts = z.object({
  messages: z.array(z.looseObject({ to: z.string(), type: z.string(), customFields: z.looseObject({}) })),
});
type Text = z.infer<typeof Texts>['messages'][number] & { messageId: string; statusCode: string };
type Group = { id: string; status: string; texts: Text[] };
export type Step = 'open' | 'fill' | 'send' | 'group' | 'list' | 'delete' | 'upload';

/** What goes wrong at a step: `before` it is done, or only its answer. */
export type Fault = { step: Step; when: 'before' | 'after'; answer: Answer };

export type SolapiModel = {
  setting: { key: string; secret: string; url: string; requestMs: number; now: () => number };
  faults: Fault[];
  groups: Map<string, Group>;
  /** Texts that left for carriers, one entry each time. */
  sent: Text[];
  /** Numbers whose texts are not registered, and why. */
  refuses: Map<string, string>;
  steps: Step[];
  heard: Heard[];
  clock: { at: number };
};

/** Solapi's groups as its documents have them; the clock stands still. */
export async function solapiModel(t: ExecutionContext, secret = SECRET): Promise<SolapiModel> {
  const clock = { at: Date.UTC(2026, 2, 1) };
  const model: Omit<SolapiModel, 'setting' | 'heard'> = {
    faults: [],
    groups: new Map(),
    sent: [],
    refuses: new Map(),
    steps: [],
    clock,
  };
  const { url, heard } = await localServer(t, (request) => answer(model, request));
  return { ...model, heard, setting: { key: KEY, secret, url, requestMs: SILENCE_MS, now: () => clock.at } };
}

type State = Omit<SolapiModel, 'setting' | 'heard'>;

const problem = (status: number, errorCode: string): Reply => ({
  status,
  json: { errorCode, errorMessage: `${errorCode} 010-1234-5678` },
});

function answer(model: State, request: Heard): Answer {
  if (!signedRight(request)) return problem(403, 'SignatureDoesNotMatch');
  const [path = '', query = ''] = request.path.split('?');
  const step = stepOf(request.method, path);
  if (step === undefined) return problem(404, 'ResourceNotFound');
  model.steps.push(step);
  const fault = model.faults.find((one) => one.step === step);
  if (fault !== undefined) model.faults.splice(model.faults.indexOf(fault), 1);
  if (fault?.when === 'before') return fault.answer;
  const done = STEPS[step](model, path.split('/')[4] ?? '', request.body, query);
  return fault?.answer ?? done;
}

function signedRight({ headers }: Heard): boolean {
  const pattern = /^HMAC-SHA256 apiKey=(.+), date=(.+), salt=([0-9a-zA-Z]{12,64}), signature=([0-9a-f]{64})$/;
  const [, key, date = '', salt = '', signature] = pattern.exec(headers['authorization'] ?? '') ?? [];
  return (
    key === KEY &&
    signature ===
      createHmac('sha256', SECRET)
        .update(date + salt)
        .digest('hex')
  );
}

function stepOf(method: string, path: string): Step | undefined {
  if (method === 'POST' && path === '/storage/v1/files') return 'upload';
  if (method === 'POST' && path === '/messages/v4/groups') return 'open';
  const [, , , , , last] = path.split('/');
  if (method === 'PUT' && last === 'messages') return 'fill';
  if (method === 'POST' && last === 'send') return 'send';
  if (method === 'GET') return last === 'messages' ? 'list' : 'group';
  return method === 'DELETE' && last === undefined ? 'delete' : undefined;
}

const groupJson = ({ id, status }: Group): Reply => ({ status: 200, json: { groupId: id, status } });

const withGroup =
  (work: (model: State, group: Group, body: string, query: string) => Reply) =>
  (model: State, id: string, body: string, query: string): Reply => {
    const group = model.groups.get(id);
    return group === undefined ? problem(404, 'ResourceNotFound') : work(model, group, body, query);
  };

const STEPS: Record<Step, (model: State, id: string, body: string, query: string) => Reply> = {
  upload: () => ({ status: 200, json: { fileId: 'ST01', type: 'MMS', link: null } }),
  open: ({ groups }) => {
    const group = { id: `G4V${groups.size + 1}`, status: 'PENDING', texts: [] };
    groups.set(group.id, group);
    return groupJson(group);
  },
  fill: withGroup(({ refuses }, group, body) => {
    if (group.status === 'DELETED') return problem(400, 'DeletedGroup');
    const added = Texts.parse(JSON.parse(body)).messages.map((text, at) => ({
      ...text,
      messageId: `M4V${group.id}${at}`,
      statusCode: refuses.get(text.to) ?? '2000',
    }));
    group.texts.push(...added.filter(({ statusCode }) => statusCode === '2000'));
    const resultList = added.map(({ to, type, messageId, statusCode, customFields }) => ({
      to,
      type,
      messageId,
      statusCode,
      customFields,
      statusMessage: '정상 접수(이통사로 접수 예정)',
    }));
    return { status: 200, json: { errorCount: '0', resultList } };
  }),
  send: withGroup(({ sent }, group) => {
    if (group.status === 'DELETED') return problem(400, 'DeletedGroup');
    if (group.status !== 'PENDING') return problem(409, 'GroupInProcessing');
    group.status = 'SENDING';
    sent.push(...group.texts);
    return groupJson(group);
  }),
  group: withGroup((_model, group) => groupJson(group)),
  list: withGroup((_model, group, _body, query) => {
    const from = Number(new URLSearchParams(query).get('startKey') ?? 0);
    const page = group.texts.slice(from, from + 2);
    const next = from + 2 < group.texts.length ? String(from + 2) : null;
    const messageList = Object.fromEntries(page.map((text) => [text.messageId, text]));
    return { status: 200, json: { startKey: null, nextKey: next, limit: 2, messageList } };
  }),
  delete: withGroup((_model, group) => {
    if (group.status !== 'PENDING') return problem(400, 'NotOperationalStatus');
    group.status = 'DELETED';
    return groupJson(group);
  }),
};
