import test from 'ava';
import { CallwrightError } from '../../contracts/errors.ts';
import { CallId, TenantId } from '../../contracts/ids.ts';
import type { AcceptAnswer, AcceptOrder } from '../../db/messages/accept-message.ts';
import { createAcceptFromCall } from './accept-from-call.ts';
import type { CallMessageRequest } from './call-message.ts';

const CALL = CallId.parse('0b6f4cd2-7f0e-4a53-8a34-0c2f7f2b9a11');
const TENANT = TenantId.parse('5b0c8a1e-7a3d-4c55-9a55-1f0d3f3c2b22');
const TEMPLATE = '3b1f8a52-7d5e-4c0e-9a39-0c4c8e0f6a11';
const asked = (more: Partial<CallMessageRequest> = {}): CallMessageRequest => ({
  call: CALL,
  tenant: TENANT,
  verb: 4,
  to: '01012345678',
  values: { 이름: '김' },
  ...more,
});

function ports(answer: AcceptAnswer | Error): {
  orders: AcceptOrder[];
  accept: ReturnType<typeof createAcceptFromCall>;
} {
  const orders: AcceptOrder[] = [];
  const accept = createAcceptFromCall({
    accept: async (order) => {
      orders.push(order);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    templateByName: async (_tenant, name) => (name === '접수완료' ? TEMPLATE : undefined),
  });
  return { orders, accept };
}
const taken: AcceptAnswer = { kind: 'accepted', id: 'm', existed: false };

test('a text of a call is a message of its company under the key of its verb', async (t) => {
  const { orders, accept } = ports(taken);
  t.deepEqual(await accept(asked({ text: '안내 {{이름}}', sender: '0212345678' })), {
    status: 'accepted',
    message: 'm',
  });
  t.like(orders[0], { tenant: TENANT, origin: 'call', originRef: CALL });
  t.like(orders[0]?.request, {
    key: `call/${CALL}/4`,
    text: '안내 {{이름}}',
    sender: '0212345678',
    purpose: 'info',
  });
  t.like(orders[0]?.request.recipients[0], {
    number: '01012345678',
    variables: { 이름: '김' },
    override: false,
  });
});

test('asked again it is the same order, to the letter', async (t) => {
  const { orders, accept } = ports(taken);
  await accept(asked({ text: '안내' }));
  await accept(asked({ text: '안내' }));
  t.deepEqual(orders[0], orders[1]);
});

test('a template is found by its name or its id', async (t) => {
  const { orders, accept } = ports(taken);
  await accept(asked({ template: '접수완료' }));
  await accept(asked({ template: TEMPLATE.toUpperCase() }));
  t.deepEqual(
    orders.map(({ request }) => request.template),
    [TEMPLATE, TEMPLATE],
  );
  t.deepEqual(await accept(asked({ template: '없음' })), { status: 'refused', codes: ['template-missing'] });
});

test('what may not be sent is an answer with its codes, each once', async (t) => {
  const problem = { code: 'nobody-left', message: '', field: null, row: null } as const;
  const { accept } = ports({ kind: 'refused', problems: [problem, problem] });
  t.deepEqual(await accept(asked({ text: '안내' })), { status: 'refused', codes: ['nobody-left'] });
  const long = { 이름: 'a'.repeat(501) };
  t.deepEqual(await accept(asked({ text: '안내', values: long })), {
    status: 'refused',
    codes: ['request-invalid'],
  });
});

test('a database that is away is thrown, to be tried again', async (t) => {
  const { accept } = ports(new CallwrightError('db/unavailable', 'away'));
  await t.throwsAsync(accept(asked({ text: '안내' })), { message: 'away' });
});
