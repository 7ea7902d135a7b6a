import type { ExecutionContext } from 'ava';
import { z } from 'zod';
import { type Answer, type Heard, localServer, type Reply, SILENCE_MS } from './local-server.ts';

const SMS = { appKey: 'sms-app', secretKey: 'sms-secret-of-the-model' };
const ALIMTALK = { appKey: 'talk-app', secretKey: 'talk-secret-of-the-model' };

const Asked = z.looseObject({
  senderGroupingKey: z.string(),
  recipientList: z
    .array(z.looseObject({ recipientNo: z.string(), recipientGroupingKey: z.string() }))
    .max(1_000),
});
export type Taken = {
  kind: string;
  path: string;
  batch: string;
  ref: string;
  number: string;
  requestId: string;
  seq: number;
  body: Record<string, unknown>;
  recipient: Record<string, unknown>;
  /** As searches show it: `msgStatus` of SMS, `messageStatus` of Alimtalk. */
  status: string;
  resultCode: string | null;
};

export type NhnFault = { path: RegExp; when: 'before' | 'after'; answer: Answer };
export type NhnModel = {
  setting: {
    sms: typeof SMS;
    alimtalk: typeof ALIMTALK;
    url: string;
    requestMs: number;
    now: () => number;
  };
  faults: NhnFault[];
  taken: Taken[];
  /** Numbers that are not taken, and NHN's code. */
  refuses: Map<string, number>;
  heard: Heard[];
  clock: { at: number };
};
type State = Omit<NhnModel, 'setting' | 'heard'> & { keys: Set<string> };

/** Both products as their documents have them. A page of a search holds two rows, so that there are several. */
export async function nhnModel(t: ExecutionContext): Promise<NhnModel> {
  const clock = { at: Date.UTC(2026, 2, 1, 3) };
  const model: State = { faults: [], taken: [], refuses: new Map(), clock, keys: new Set() };
  const { url, heard } = await localServer(t, (request) => answer(model, request));
  const setting = { sms: SMS, alimtalk: ALIMTALK, url, requestMs: SILENCE_MS, now: () => clock.at };
  return { ...model, heard, setting };
}

const header = (resultCode = 0, resultMessage = 'SUCCESS') => ({
  isSuccessful: resultCode === 0,
  resultCode,
  resultMessage,
});
const ok = (json: object): Reply => ({ status: 200, json: { header: header(), ...json } });
const no = (code: number, words: string): Reply => ({ status: 200, json: { header: header(code, words) } });

function answer(model: State, request: Heard): Answer {
  const [path = '', query = ''] = request.path.split('?');
  const secret = request.headers['x-secret-key'];
  const sms = path.startsWith(`/sms/v3.0/appKeys/${SMS.appKey}/`) && secret === SMS.secretKey;
  const talk = path.startsWith(`/alimtalk/v2.3/appkeys/${ALIMTALK.appKey}/`) && secret === ALIMTALK.secretKey;
  if (!sms && !talk) return no(-1000, 'Invalid appKey.');
  const fault = model.faults.find((one) => one.path.test(path) && request.method === 'POST');
  if (fault !== undefined) model.faults.splice(model.faults.indexOf(fault), 1);
  if (fault?.when === 'before') return fault.answer;
  const done = request.method === 'GET' ? search(model, path, query) : take(model, path, request);
  return fault?.answer ?? done;
}

function take(model: State, path: string, request: Heard): Reply {
  if (path.endsWith('binaryUpload')) return ok({ body: { data: { fileId: 4_711 } } });
  const kind = path.split('/').at(-1)?.replace('ad-', '') ?? '';
  const once = request.headers['x-nc-api-idempotency-key'];
  if (once !== undefined && model.keys.has(once)) return no(-1005, 'The same key was used.');
  if (once !== undefined) model.keys.add(once);
  const body = Asked.parse(JSON.parse(request.body));
  const requestId = `R${model.taken.length + 1}`;
  const results = body.recipientList.map((recipient, at) => {
    const { recipientNo: number, recipientGroupingKey: ref } = recipient;
    const resultCode = model.refuses.get(number) ?? 0;
    const seq = at + 1;
    const batch = body.senderGroupingKey;
    const status = kind === 'messages' ? 'READY' : '1';
    if (resultCode === 0)
      model.taken.push({
        kind,
        path,
        batch,
        ref,
        number,
        requestId,
        seq,
        body,
        recipient,
        status,
        resultCode: null,
      });
    return {
      recipientNo: number,
      resultCode,
      resultMessage: `no ${number}`,
      recipientSeq: seq,
      recipientGroupingKey: ref,
    };
  });
  if (kind === 'messages') return ok({ message: { requestId, sendResults: results } });
  return ok({ body: { data: { requestId, statusCode: '2', sendResultList: results } } });
}

const PAGE = 2;

function search(model: State, path: string, query: string): Reply {
  const asked = new URLSearchParams(query);
  const kind = path.split('/').at(-1) ?? '';
  const timeForm = kind === 'messages' ? /^\d{4}-\d\d-\d\d \d\d:\d\d$/ : /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
  const from = asked.get('startCreateDate') ?? '';
  if (!timeForm.test(from) || !timeForm.test(asked.get('endCreateDate') ?? ''))
    return no(-2000, 'Date format error.');
  const found = model.taken.filter(
    (one) => one.kind === kind && one.batch === asked.get('senderGroupingKey'),
  );
  const page = Number(asked.get('pageNum')) - 1;
  const rows = found.slice(page * PAGE, page * PAGE + PAGE).map((one) => ({
    requestId: one.requestId,
    recipientSeq: one.seq,
    recipientGroupingKey: one.ref,
    resultCode: one.resultCode,
    msgStatus: one.status,
    messageStatus: one.status,
    resultDate: '2026-03-01 12:00:05.0',
    receiveDate: '2026-03-01 12:00:05',
  }));
  if (kind !== 'messages') return ok({ body: { totalCount: found.length, data: rows } });
  return ok({ messageSearchResultResponse: { messages: rows, totalCount: found.length } });
}
