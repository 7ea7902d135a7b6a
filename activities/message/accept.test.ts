import test from 'ava';
import { CallwrightError } from '../../contracts/errors.ts';
import type { AcceptAnswer } from '../../db/messages/accept-message.ts';
import { createAccept } from './accept.ts';

const TENANT = '2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';
const order = (recipients: number) => ({
  tenant: TENANT,
  origin: 'workflow' as const,
  originRef: 'reservation/1',
  request: {
    key: 'reservation/1/confirmed',
    text: '확정되었습니다.',
    recipients: Array.from({ length: recipients }, () => ({ number: '01012345678' })),
  },
});
const accepting = (answer: AcceptAnswer) => createAccept(async () => answer);
const taken: AcceptAnswer = { kind: 'accepted', id: 'message', existed: false };

test('what is accepted has an id, whether it is new or not', async (t) => {
  t.deepEqual(await accepting(taken)(order(1)), { id: 'message' });
  t.deepEqual(await accepting({ ...taken, existed: true })(order(1)), { id: 'message' });
});

test('a refusal says why by codes alone, and is not tried again', async (t) => {
  const problem = { code: 'sender-missing' as const, message: '01012345678', field: null, row: null };
  const error = await t.throwsAsync(accepting({ kind: 'refused', problems: [problem, problem] })(order(1)));
  t.like(error, { code: 'message/refused', message: 'not sent: sender-missing' });
});

test('what is no request is refused before anybody is asked', async (t) => {
  const accept = createAccept(() => Promise.reject(new Error('was asked')));
  const wrong = { ...order(1), request: { ...order(1).request, key: 'short' } };
  t.like(await t.throwsAsync(accept(wrong)), { code: 'message/refused', message: 'not sent: invalid key' });
});

test('a workflow sends to 500 people at most', async (t) => {
  t.deepEqual(await accepting(taken)(order(500)), { id: 'message' });
  t.like(await t.throwsAsync(accepting(taken)(order(501))), { code: 'message/refused' });
});

test('a key that belongs to another message is a refusal, a database that is away is none', async (t) => {
  const failing = (code: 'request/conflict' | 'db/unavailable') =>
    createAccept(() => Promise.reject(new CallwrightError(code, 'why')))(order(1));
  t.like(await t.throwsAsync(failing('request/conflict')), {
    code: 'message/refused',
    message: 'not sent: key-taken',
  });
  t.like(await t.throwsAsync(failing('db/unavailable')), { code: 'db/unavailable' });
});
